/** Structures as JSON, for what is kept in files: `["Type", { "Member": [values] }]`. */
import { ApiStruct, type ApiValue } from '../message/value.ts';

export type StoredValue = string | null | StoredStruct;
export type StoredStruct = readonly [type: string, members: Readonly<Record<string, readonly StoredValue[]>>];

export function storedStruct(struct: ApiStruct): StoredStruct {
  const stored = (value: ApiValue): StoredValue => (value instanceof ApiStruct ? storedStruct(value) : value);
  return [struct.type, Object.fromEntries(struct.names.map((name) => [name, struct.all(name).map(stored)]))];
}

export function restoredStruct([type, members]: StoredStruct): ApiStruct {
  const restored = (value: StoredValue): ApiValue =>
    value === null || typeof value === 'string' ? value : restoredStruct(value);
  return new ApiStruct(
    type,
    Object.fromEntries(Object.entries(members).map(([name, values]) => [name, values.map(restored)])),
  );
}
