/** Environments of a settings file, as an editor would read them: JSON with comments. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { readEnvironments, type Environments } from '../environment.ts';

/**
 * The environments of a file, or of the nearest `.vscode/settings.json` above a folder; none when there is no such file.
 * @throws Error when the file is named and not there, or is not JSON.
 */
export function environmentsFor(folder: string, named: string | undefined): Environments {
  const file = named ?? nearestSettings(path.resolve(folder));
  if (file === undefined) return readEnvironments(undefined);
  const errors: ParseError[] = [];
  const settings: unknown = parse(readFileSync(file, 'utf8'), errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file} is not JSON: ${printParseErrorCode(error.error)}.`);
  return readEnvironments(
    (settings as Readonly<Record<string, unknown>> | null)?.['marketingCloud.environments'],
  );
}

function nearestSettings(folder: string): string | undefined {
  const file = path.join(folder, '.vscode', 'settings.json');
  if (existsSync(file)) return file;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : nearestSettings(parent);
}
