/** AMPscript that builds API objects and invokes a method: CreateObject, SetObjectProperty, InvokeCreate and the like. */
import { writeRequests, type PastedCall, type PastedObject, type PastedValue } from './message.ts';

/** The calls of the API in a script, as requests; undefined when there are none. */
export function fromAmpscript(text: string): string | undefined {
  if (!/\bCreateObject\s*\(/i.test(text)) return undefined;
  const script = new Script();
  for (const statement of statementsOf(text)) script.run(statement);
  return script.calls.length === 0 ? undefined : writeRequests(script.calls);
}

/** `SET @target = Name(arguments)`, or the call alone. */
interface Statement {
  readonly target: string | undefined;
  readonly name: string;
  readonly args: readonly string[];
}

/** Strings, variables, names and numbers, and the signs between them. */
const token = /"[^"]*"|'[^']*'|@\w+|[\w.-]+|[(),=]/g;

function* statementsOf(text: string): Generator<Statement> {
  const tokens = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').match(token) ?? [];
  for (let at = 0; at < tokens.length; at += 1) {
    const target = tokens[at - 1] === '=' ? variableIn(tokens[at - 2] ?? '') : '';
    const name = tokens[at] ?? '';
    if (tokens[at + 1] === '(' && /^\w+$/.test(name)) {
      yield { target: target || undefined, name: name.toLowerCase(), args: argumentsAt(tokens, at + 2) };
    } else if (target !== '') {
      yield { target, name: 'set', args: [name] };
    }
  }
}

/** The arguments from a place on; one that is itself a call is only known when the script runs. */
function argumentsAt(tokens: readonly string[], start: number): string[] {
  const args: string[][] = [[]];
  let depth = 1;
  for (let at = start; at < tokens.length; at += 1) {
    const word = tokens[at] ?? '';
    depth += word === '(' ? 1 : word === ')' ? -1 : 0;
    if (depth === 0) break;
    if (word === ',' && depth === 1) args.push([]);
    else args.at(-1)?.push(word);
  }
  return args.map((words) => (words.length === 1 ? (words[0] ?? '') : 'computed()'));
}

const invoked = { invokecreate: 'Create', invokeupdate: 'Update', invokedelete: 'Delete' } as const;

class Script {
  readonly calls: PastedCall[] = [];
  private readonly objects = new Map<string, Record<string, PastedValue>>();
  private readonly texts = new Map<string, string>();

  run({ target, name, args }: Statement): void {
    const [first = '', second = '', third = ''] = args;
    const object = this.objects.get(variableIn(first));
    if (name === 'createobject' && target !== undefined)
      this.objects.set(target, { $type: this.textOf(first) });
    else if (name === 'set' && target !== undefined) this.texts.set(target, this.textOf(first));
    else if (object === undefined) return;
    else if (name === 'setobjectproperty') object[this.textOf(second)] = this.valueOf(third);
    else if (name === 'addobjectarrayitem') addTo(object, this.textOf(second), this.valueOf(third));
    else this.invoke(name, object, second);
  }

  private invoke(name: string, object: Record<string, PastedValue>, second: string): void {
    if (name === 'invokeretrieve') this.calls.push(retrieveOf(object));
    else if (name === 'invokeperform') {
      this.calls.push({
        method: 'Perform',
        action: this.textOf(second),
        objects: [object],
      });
    } else if (name in invoked) {
      const method = invoked[name as keyof typeof invoked];
      this.calls.push({ method, objects: [object] });
    }
  }

  private textOf(argument: string): string {
    const value = this.valueOf(argument);
    return typeof value === 'string' ? value : '';
  }

  /** A literal, an object that was built, or a variable of the scratch file. */
  private valueOf(argument: string): PastedValue {
    const quoted = /^(["'])(.*)\1$/s.exec(argument);
    if (quoted?.[2] !== undefined) return quoted[2];
    const name = variableIn(argument);
    if (name === '') return /^[\w.-]+$/.test(argument) ? argument : '{{value}}';
    return this.objects.get(name) ?? this.texts.get(name) ?? `{{${name}}}`;
  }
}

/** Name of the variable that an argument is, in lower case as AMPscript takes no heed of it. */
function variableIn(argument: string): string {
  return /^@(\w+)$/.exec(argument)?.[1]?.toLowerCase() ?? '';
}

function addTo(object: Record<string, PastedValue>, property: string, value: PastedValue): void {
  const present = object[property];
  object[property] = Array.isArray(present) ? [...(present as readonly PastedValue[]), value] : [value];
}

/** A RetrieveRequest is an object as well; its type is that of no object of the message. */
function retrieveOf({
  ObjectType: type = '',
  Properties: properties = [],
  Filter: filter,
}: PastedObject): PastedCall {
  return {
    method: 'Retrieve',
    type: typeof type === 'string' ? type : '',
    properties: Array.isArray(properties) ? (properties as readonly PastedValue[]) : [properties],
    ...(filter === undefined ? {} : { filter }),
  };
}
