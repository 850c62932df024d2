/** Writes the messages of calls that programs make of objects, as requests of a scratch file. */

import type { Origins } from './origins.ts';

/** A value of an object as a program has it; a text may hold `{{variables}}`. */
export type PastedValue = string | PastedObject | readonly PastedValue[];

export interface PastedObject {
  /** `xsi:type`. */
  readonly $type?: string;
  readonly [property: string]: PastedValue | undefined;
}

/** What a program does with its objects, and what of it could not be taken over. */
export type PastedCall = PastedDeed & { readonly notes?: readonly string[] };

type PastedDeed =
  | { readonly method: 'Create' | 'Update' | 'Delete'; readonly objects: readonly PastedObject[] }
  | { readonly method: 'Perform'; readonly action: string; readonly objects: readonly PastedObject[] }
  | { readonly method: 'Describe'; readonly type: string }
  | {
      readonly method: 'Retrieve';
      readonly type: string;
      readonly properties: readonly PastedValue[];
      readonly filter?: PastedValue;
    };

/** A call as a request, below comments on what could not be taken over. */
export function writeRequest(call: PastedCall, origins: Origins): string {
  const body = lines(messageOf(call), 0).join('\n');
  const notes = [...(call.notes ?? []), ...origins.notesOn(body)];
  return `### ${titleOf(call)}\n${notes.map((note) => `# ${note}\n`).join('')}${body}\n`;
}

function titleOf(call: PastedCall): string {
  const type = 'type' in call ? call.type : (call.objects[0]?.$type ?? '');
  return `${call.method} ${type}`.trim();
}

/** An element: its name, and what is in it. */
type Node = readonly [name: string, value: PastedValue];

function messageOf(call: PastedCall): readonly Node[] {
  switch (call.method) {
    case 'Describe': {
      const request = { ObjectDefinitionRequest: { ObjectType: call.type } };
      return [['DefinitionRequestMsg', { DescribeRequests: request }]];
    }
    case 'Perform':
      return [
        [
          'PerformRequestMsg',
          { Options: {}, Action: call.action, Definitions: { Definition: call.objects } },
        ],
      ];
    case 'Retrieve': {
      const { type, properties, filter } = call;
      const request = {
        ObjectType: type,
        Properties: properties,
        ...(filter === undefined ? {} : { Filter: typed(filter) }),
      };
      return [['RetrieveRequestMsg', { RetrieveRequest: request }]];
    }
    default:
      return [[`${call.method}Request`, { Options: {}, Objects: call.objects }]];
  }
}

/** Filters are told apart by their type, which programs leave out. */
function typed(filter: PastedValue): PastedValue {
  if (!isObject(filter) || filter.$type !== undefined) return filter;
  if (filter['LeftOperand'] === undefined) return { $type: 'SimpleFilterPart', ...filter };
  const { LeftOperand: left = '', LogicalOperator: operator = '', RightOperand: right = '' } = filter;
  return {
    $type: 'ComplexFilterPart',
    LeftOperand: typed(left),
    LogicalOperator: operator,
    RightOperand: typed(right),
  };
}

function lines(nodes: readonly Node[], depth: number): string[] {
  return nodes.flatMap(([name, value]) => element(name, value, depth));
}

function element(name: string, value: PastedValue, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (typeof value === 'string') return [`${indent}<${name}>${escape(value)}</${name}>`];
  if (!isObject(value)) return value.flatMap((item) => element(name, item, depth));
  const { $type, ...properties } = value;
  const open = $type === undefined ? name : `${name} xsi:type="${escape($type)}"`;
  const inner = Object.entries(properties).flatMap(([key, item]) =>
    item === undefined ? [] : element(key, item, depth + 1),
  );
  return inner.length === 0
    ? [`${indent}<${open}/>`]
    : [`${indent}<${open}>`, ...inner, `${indent}</${name}>`];
}

function isObject(value: PastedValue): value is PastedObject {
  return typeof value === 'object' && !Array.isArray(value);
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
