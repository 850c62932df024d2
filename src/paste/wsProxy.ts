/** Server-side JavaScript that calls `Script.Util.WSProxy`: its calls with their literals; whatever is computed becomes a variable. */
import { parse, type AnyNode } from 'acorn';
import { writeRequests, type PastedCall, type PastedObject, type PastedValue } from './message.ts';

/** The calls of WSProxy in a script, as requests; undefined when there are none. */
export function fromWsProxy(text: string): string | undefined {
  if (!/WSProxy|\.(?:retrieve|describe|(?:create|update|delete|perform)(?:Item|Batch))\s*\(/.test(text))
    return undefined;
  try {
    const script = text.replaceAll(/<\/?script[^>]*>/gi, '');
    const program = parse(script, {
      ecmaVersion: 2020,
      sourceType: 'script',
      allowReturnOutsideFunction: true,
    });
    const reader = new CallReader();
    reader.visit(program);
    return reader.calls.length === 0 ? undefined : writeRequests(reader.calls);
  } catch {
    return undefined;
  }
}

class CallReader {
  readonly calls: PastedCall[] = [];
  /** What variables were given, as it stands in the script. */
  private readonly values = new Map<string, AnyNode>();

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

  private readCall({ callee, arguments: args }: Extract<AnyNode, { type: 'CallExpression' }>): void {
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
    const [type, ...rest] = args.map((argument) => this.valueOf(argument));
    if (typeof type !== 'string') return;
    const call = toCall(callee.property.name, type, rest);
    if (call !== undefined) this.calls.push(call);
  }

  /** What an expression is; one that only the running script knows is a variable of its name. */
  private valueOf(node: AnyNode, depth = 0): PastedValue {
    switch (node.type) {
      case 'Literal':
        return node.value === null ? '' : String(node.value);
      case 'ArrayExpression':
        return node.elements.flatMap((item) => (item === null ? [] : [this.valueOf(item, depth)]));
      case 'ObjectExpression':
        return Object.fromEntries(
          node.properties.flatMap((property) =>
            property.type === 'Property' ? [[keyOf(property.key), this.valueOf(property.value, depth)]] : [],
          ),
        );
      case 'Identifier': {
        const value = this.values.get(node.name);
        return value === undefined || depth > 20 ? `{{${node.name}}}` : this.valueOf(value, depth + 1);
      }
      case 'BinaryExpression': {
        const parts = [node.left, node.right].map((part) => this.valueOf(part, depth));
        return node.operator === '+' && parts.every((part) => typeof part === 'string')
          ? parts.join('')
          : '{{value}}';
      }
      default:
        return '{{value}}';
    }
  }
}

const methods = { create: 'Create', update: 'Update', delete: 'Delete' } as const;

function toCall(
  method: string,
  type: string,
  [first = '', second]: readonly PastedValue[],
): PastedCall | undefined {
  if (method === 'describe') return { method: 'Describe', type };
  if (method === 'retrieve') {
    return {
      method: 'Retrieve',
      type,
      properties: listOf(first),
      ...(second === undefined ? {} : { filter: second }),
    };
  }
  const [, verb] = /^(create|update|delete|perform)(?:Item|Batch)$/.exec(method) ?? [];
  if (verb === undefined) return undefined;
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
