/**
 * `npm run catalogue -- <WSDL file or URL>`: rewrites src/catalogue/data/schema.json from a Marketing Cloud WSDL.
 * `npm run catalogue -- --describe <file>`: rewrites src/catalogue/data/describe.json from recorded Describe answers.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Catalogue, shippedCatalogue, type SchemaData } from '../../src/catalogue/index.ts';
import { readWsdl } from '../../src/catalogue/wsdl/index.ts';
import { readDescribed } from './described.ts';

const data = new URL('../../src/catalogue/data/', import.meta.url);

async function main(args: readonly string[]): Promise<void> {
  const [first, second] = args;
  if (first === '--describe' && second !== undefined) {
    await write('describe.json', readDescribed(await read(second)));
  } else if (first !== undefined && !first.startsWith('--')) {
    await refreshSchema(first);
  } else {
    throw new Error('Give the WSDL to read: npm run catalogue -- <file or URL>');
  }
}

async function refreshSchema(source: string): Promise<void> {
  const schema = readWsdl(await read(source));
  await write('schema.json', schema);
  report(schema);
}

/** Says what changed against the catalogue that was there, so that a refresh can be judged at a glance. */
function report(schema: SchemaData): void {
  const empty = { objects: new Map(), properties: new Map() };
  const fresh = new Catalogue(schema, empty);
  const added = fresh.typeNames.filter((name) => shippedCatalogue.complexType(name) === undefined);
  const gone = shippedCatalogue.typeNames.filter((name) => fresh.complexType(name) === undefined);
  console.log(
    `${String(fresh.typeNames.length)} complex types, ${String(fresh.enumerationNames.length)} enumerations, ` +
      `${String(fresh.elementNames.length)} elements, ${String(fresh.operations.length)} operations.`,
  );
  if (added.length > 0) console.log(`New types: ${added.join(', ')}`);
  if (gone.length > 0) console.log(`Types no longer there: ${gone.join(', ')}`);
}

async function read(source: string): Promise<string> {
  if (!/^https?:\/\//.test(source)) return readFile(source, 'utf8');
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answered ${String(response.status)} ${response.statusText}.`);
  return response.text();
}

async function write(name: string, content: object): Promise<void> {
  const file = new URL(name, data);
  await writeFile(file, `${JSON.stringify(content, null, 1)}\n`);
  console.log(`Wrote ${fileURLToPath(file)}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
