/** API objects as JSON: their members by the names of the schema, with a `type`, as a seed of one's own has them. */
import { shippedCatalogue as catalogue } from '../../catalogue/index.ts';
import { readSimple } from '../message/simpleTypes.ts';
import { ApiStruct, type ApiValue } from '../message/value.ts';

/** @throws Error that says where in the JSON something is wrong, and what. */
export function structOf(json: unknown, declared: string, path: string): ApiStruct {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Error(`${path} must be an object: it is a ${declared}.`);
  }
  const { type = declared, ...members } = json as Record<string, unknown>;
  if (typeof type !== 'string' || catalogue.complexType(type) === undefined) {
    throw new Error(`${path}.type must be a type of the schema, not ${JSON.stringify(type)}.`);
  }
  const struct = new ApiStruct(type);
  for (const [name, value] of Object.entries(members)) {
    const element = catalogue.elementOf(type, name);
    if (element === undefined) throw new Error(`${path}.${name}: a ${type} has no ${name}.`);
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    if (values.length > element.max) throw new Error(`${path}.${name} must be one value.`);
    struct.set(
      name,
      values.map((each, index) =>
        valueOf(
          each,
          element.type,
          Array.isArray(value) ? `${path}.${name}[${String(index)}]` : `${path}.${name}`,
        ),
      ),
    );
  }
  return struct;
}

function valueOf(json: unknown, type: string, path: string): ApiValue {
  if (json === null) return null;
  if (catalogue.complexType(type) !== undefined) return structOf(json, type, path);
  if (typeof json !== 'string' && typeof json !== 'number' && typeof json !== 'boolean') {
    throw new Error(`${path} must be a simple value.`);
  }
  const read = readSimple(type, String(json));
  if ('reason' in read) throw new Error(`${path}: ${read.reason}`);
  return read.text;
}
