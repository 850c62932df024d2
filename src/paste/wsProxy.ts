/** Server-side JavaScript that calls `Script.Util.WSProxy`: its calls with their literals; whatever is computed becomes a variable. */
import { parse, type AnyNode } from 'acorn';
import { writeRequest, type PastedCall, type PastedObject, type PastedValue } from './message.ts';
import { Origins } from './origins.ts';

/** The calls of WSProxy in a script, as requests; undefined when there are none. */
export function fromWsProxy(text: string): string | undefined {
  if (!/WSProxy|\.(?:retrieve|describe|(?:create|update|delete|perform)(?:Item|Batch))\s*\(/.test(text))
    return undefined;
  try {
    // Blanks keep every line where it is: what is computed is quoted with its line.
    const script = text.replaceAll(/<\/?script[^>]*>/gi, (tag) => tag.replaceAll(/[^\n]/g, ' '));
    const program = parse(script, {
      ecmaVersion: 2020,
      sourceType: 'script',
      allowReturnOutsideFunction: true,
    });
    const reader = new CallReader(script);
    reader.visit(program);
    return reader.calls.length === 0 ? undefined : reader.requests().join('\n');
  } catch {
    return undefined;
  }
}

class CallReader {
  readonly calls: PastedCall[] = [];
  /** What variables were given, as it stands in the script. */
  private readonly values = new Map<string, AnyNode>();
  private readonly origins: Origins;
  /** What the next call is told of: settings of the proxy, which hold for all calls after them. */
  private readonly settings: string[] = [];

  constructor(script: string) {
    this.origins = new Origins(script);
  }

  requests(): string[] {
    return this.calls.map((call) => writeRequest(call, this.origins));
  }

  visit(node: AnyNode): void {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init) {
      this.values.set(node.id.name, node.init);
    }
    if (node.type === 'CallExpression') this.readCall(node);
    for (const value of Object.values(node) as readonly unknown[]) {
      for (const child of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
        if (isNode(child)) this.visit(child);
      }
    }
  }

  private readCall(call: Extract<AnyNode, { type: 'CallExpression' }>): void {
    const { callee, arguments: args } = call;
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
    const { name } = callee.property;
    if (setting.test(name)) this.settings.push(`Not taken over: ${this.quote(call)}`);
    if (!method.test(name)) return;
    const [type, ...rest] = args.map((argument) => this.valueOf(argument));
    if (typeof type !== 'string') return;
    const notes = [...this.settings, ...this.leftOver(name, args, rest)];
    this.calls.push({ ...toCall(name, type, rest), ...(notes.length === 0 ? {} : { notes }) });
  }

  /** Arguments that the request has no place for, and objects of which nothing is known. */
  private leftOver(name: string, args: readonly AnyNode[], [first = '']: readonly PastedValue[]): string[] {
    const taken = name === 'describe' ? 1 : name === 'retrieve' || name.startsWith('perform') ? 3 : 2;
    const unknown = name === 'describe' || name === 'retrieve' ? false : !listOf(first).every(isObject);
    return [...(unknown ? args.slice(1, 2) : []), ...args.slice(taken)].map(
      (argument) => `Not taken over: ${this.quote(argument)}`,
    );
  }

  private quote({ start, end }: AnyNode): string {
    return this.origins.quote(start, end);
  }

  private objectOf(
    properties: Extract<AnyNode, { type: 'ObjectExpression' }>['properties'],
    depth: number,
  ): PastedObject {
    return Object.fromEntries(
      properties.flatMap((property) =>
        property.type === 'Property' ? [[keyOf(property.key), this.valueOf(property.value, depth)]] : [],
      ),
    );
  }

  /** What an expression is; one that only the running script knows is a variable of its name. */
  private valueOf(node: AnyNode, depth = 0): PastedValue {
    switch (node.type) {
      case 'Literal':
        return node.value === null ? '' : String(node.value);
      case 'ArrayExpression':
        return node.elements.flatMap((item) => (item === null ? [] : [this.valueOf(item, depth)]));
      case 'ObjectExpression':
        return this.objectOf(node.properties, depth);
      case 'Identifier': {
        const value = this.values.get(node.name);
        return value === undefined || depth > 20 ? `{{${node.name}}}` : this.valueOf(value, depth + 1);
      }
      case 'BinaryExpression': {
        const parts = [node.left, node.right].map((part) => this.valueOf(part, depth));
        return node.operator === '+' && parts.every((part) => typeof part === 'string')
          ? parts.join('')
          : this.origins.computed(node.start, node.end);
      }
      default:
        return this.origins.computed(node.start, node.end);
    }
  }
}

const method = /^(?:retrieve|describe|(?:create|update|delete|perform)(?:Item|Batch))$/;
const setting =
  /^(?:setClientId|resetClientIds|setBatchSize|getNextBatch|(?:execute|extract|configure|schedule)(?:Item|Batch))$/;

const methods = { create: 'Create', update: 'Update', delete: 'Delete' } as const;

/** @param name one that `method` knows. */
function toCall(name: string, type: string, [first = '', second]: readonly PastedValue[]): PastedCall {
  if (name === 'describe') return { method: 'Describe', type };
  if (name === 'retrieve') {
    return {
      method: 'Retrieve',
      type,
      properties: listOf(first),
      ...(second === undefined ? {} : { filter: second }),
    };
  }
  const verb = name.replace(/(?:Item|Batch)$/, '');
  const objects = listOf(first).flatMap((item) => (isObject(item) ? [{ $type: type, ...item }] : []));
  if (verb in methods) return { method: methods[verb as keyof typeof methods], objects };
  return { method: 'Perform', action: typeof second === 'string' ? second : 'start', objects };
}

function listOf(value: PastedValue): readonly PastedValue[] {
  return Array.isArray(value) ? (value as readonly PastedValue[]) : [value];
}

function isObject(value: PastedValue): value is PastedObject {
  return typeof value === 'object' && !Array.isArray(value);
}

function keyOf(key: AnyNode): string {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : 'value';
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
