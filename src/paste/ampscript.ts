/** AMPscript that builds API objects and invokes a method: CreateObject, SetObjectProperty, InvokeCreate and the like. */
import { writeRequest, type PastedCall, type PastedObject, type PastedValue } from './message.ts';
import { Origins } from './origins.ts';

/** The calls of the API in a script, as requests; undefined when there are none. */
export function fromAmpscript(text: string): string | undefined {
  if (!/\bCreateObject\s*\(/i.test(text)) return undefined;
  const script = new Script(text);
  for (const statement of statementsOf(text)) script.run(statement);
  return script.requests.length === 0 ? undefined : script.requests.join('\n');
}

/** A piece of the script. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `SET @target = Name(arguments)`, or the call alone. */
interface Statement extends Omit<Piece, 'text'> {
  readonly target: string | undefined;
  readonly name: string;
  readonly args: readonly Piece[];
}

/** Strings, variables, names and numbers, and the signs between them. */
const token = /"[^"]*"|'[^']*'|@\w+|[\w.-]+|[(),=]/g;

function* statementsOf(text: string): Generator<Statement> {
  // What is computed is quoted from the script: everything stays at its place.
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  const tokens = [...code.matchAll(token)].map(({ 0: word, index }) =>
    pieceOf(code, index, index + word.length),
  );
  for (const [at, word] of tokens.entries()) {
    const target = tokens[at - 1]?.text === '=' ? variableIn(tokens[at - 2]?.text ?? '') : '';
    if (tokens[at + 1]?.text === '(' && /^\w+$/.test(word.text)) {
      const { args, end } = argumentsAt(tokens, at + 2, code);
      const name = word.text.toLowerCase();
      yield { target: target || undefined, name, args, start: word.start, end };
    } else if (target !== '') {
      yield { target, name: 'set', args: [word], start: word.start, end: word.end };
    }
  }
}

function pieceOf(code: string, start: number, end: number): Piece {
  return { text: code.slice(start, end), start, end };
}

/** The arguments from a place on, and where they end; one that is itself a call is a piece as long as that. */
function argumentsAt(
  tokens: readonly Piece[],
  first: number,
  code: string,
): { readonly args: readonly Piece[]; readonly end: number } {
  const args: Piece[][] = [[]];
  let depth = 1;
  let end = code.length;
  for (let at = first; at < tokens.length; at += 1) {
    const word = tokens[at];
    if (word === undefined) break;
    depth += word.text === '(' ? 1 : word.text === ')' ? -1 : 0;
    end = word.end;
    if (depth === 0) break;
    if (word.text === ',' && depth === 1) args.push([]);
    else args.at(-1)?.push(word);
  }
  const whole = args.map((words) => {
    const [from, to] = [words[0], words.at(-1)];
    return from === undefined || to === undefined
      ? pieceOf(code, end, end)
      : pieceOf(code, from.start, to.end);
  });
  return { args: whole, end };
}

const none: Piece = { text: '', start: 0, end: 0 };

const invoked = { invokecreate: 'Create', invokeupdate: 'Update', invokedelete: 'Delete' } as const;

class Script {
  readonly requests: string[] = [];
  private readonly origins: Origins;
  private readonly objects = new Map<string, Record<string, PastedValue>>();
  private readonly texts = new Map<string, string>();

  constructor(text: string) {
    this.origins = new Origins(text);
  }

  run(statement: Statement): void {
    const { target, name, args } = statement;
    const [first = none, second = none, third = none] = args;
    const object = this.objects.get(variableIn(first.text));
    if (target !== undefined) this.assign(target, statement);
    if (object === undefined) return;
    if (name === 'setobjectproperty') object[this.textOf(second)] = this.valueOf(third);
    else if (name === 'addobjectarrayitem') addTo(object, this.textOf(second), this.valueOf(third));
    else this.invoke(name, object, second);
  }

  /** What a variable is from now on: an object, a text, or what only the running script knows. */
  private assign(target: string, { name, args, start, end }: Statement): void {
    const [first = none] = args;
    this.objects.delete(target);
    this.texts.delete(target);
    this.origins.forget(target);
    if (name === 'createobject') this.objects.set(target, { $type: this.textOf(first) });
    else if (name !== 'set') this.origins.set(target, start, end);
    else {
      const value = this.valueOf(first);
      if (typeof value === 'string') this.texts.set(target, value);
      else this.objects.set(target, value as Record<string, PastedValue>);
    }
  }

  private invoke(name: string, object: Record<string, PastedValue>, second: Piece): void {
    if (name === 'invokeretrieve') this.write(retrieveOf(object));
    else if (name === 'invokeperform') {
      this.write({ method: 'Perform', action: this.textOf(second), objects: [object] });
    } else if (name in invoked) {
      this.write({ method: invoked[name as keyof typeof invoked], objects: [object] });
    }
  }

  private write(call: PastedCall): void {
    this.requests.push(writeRequest(call, this.origins));
  }

  private textOf(argument: Piece): string {
    const value = this.valueOf(argument);
    return typeof value === 'string' ? value : '';
  }

  /** A literal, an object that was built, or a variable of the scratch file. */
  private valueOf({ text, start, end }: Piece): PastedValue {
    const [, double, single] = /^(?:"([^"]*)"|'([^']*)')$/.exec(text) ?? [];
    const quoted = double ?? single;
    if (quoted !== undefined) return quoted;
    const name = variableIn(text);
    if (name === '') return /^[\w.-]*$/.test(text) ? text : this.origins.computed(start, end);
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
