/** Server-side JavaScript with WSProxy, which runs inside Marketing Cloud and so needs no credentials. */
import { fixedText, textExpression } from '../environment.ts';
import type { CodeElement, CodeRequest } from '../request.ts';
import { indented, isComplex, kindOf, propertiesOf, wrappedIn } from '../shape.ts';
import type { Target } from '../target.ts';

const step = '  ';

/** Methods that WSProxy has for one object and for several. */
const objectMethods: Readonly<Record<string, readonly [one: string, several: string]>> = {
  Create: ['createItem', 'createBatch'],
  Update: ['updateItem', 'updateBatch'],
  Delete: ['deleteItem', 'deleteBatch'],
  Perform: ['performItem', 'performBatch'],
};

export const ssjs: Target = {
  id: 'ssjs',
  label: 'SSJS (WSProxy)',
  detail: 'inside Marketing Cloud: CloudPages, Script Activities',
  language: 'html',
  ending: 'html',
  refusal: (request) =>
    call(request) === undefined ? `WSProxy has no method for this ${request.operation}.` : undefined,
  write: (request) => `<script runat="server">
// ${request.title === request.operation ? request.title : `${request.title} (${request.operation})`}
Platform.Load("core", "1.1.1");
${request.environment.map((name) => `var ${name} = ""; // To be filled in. Not with a secret that others can read.\n`).join('')}
var api = new Script.Util.WSProxy();
var answer = ${call(request) ?? 'null'};
Write(Stringify(answer));
</script>
`,
};

/** Undefined for what WSProxy does not have. */
function call(request: CodeRequest): string | undefined {
  const { operation, message } = request;
  if (operation === 'Retrieve') return retrieve(part(message, 'RetrieveRequest'), request);
  if (operation === 'Describe') return describe(message);
  if (operation === 'Execute') return execute(part(message, 'Requests'), request);
  const methods = objectMethods[operation];
  return methods === undefined ? undefined : write(methods, request);
}

function part(element: CodeElement, name: string): CodeElement | undefined {
  return element.children.find((child) => child.name === name);
}

function write(methods: readonly [string, string], request: CodeRequest): string | undefined {
  const { operation, message } = request;
  const isPerform = operation === 'Perform';
  const objects = objectsOf(message, isPerform ? 'Definitions' : undefined);
  const type = objects[0]?.saidType;
  // One call of WSProxy is for one type.
  if (type === undefined || objects.some(({ saidType }) => saidType !== type)) return undefined;
  const written = objects.map((object) => value(object, request));
  const [one, several] = methods;
  return invocation(written.length === 1 ? one : several, [
    JSON.stringify(type),
    written.length === 1 ? written.join('') : list(written),
    ...(isPerform ? [textExpression(part(message, 'Action')?.text ?? [], syntax)] : []),
    ...optionsOf(message, request),
  ]);
}

function objectsOf(message: CodeElement, wrapper: string | undefined): readonly CodeElement[] {
  if (wrapper !== undefined) return part(message, wrapper)?.children ?? [];
  return message.children.filter(({ name }) => name === 'Objects');
}

function optionsOf(message: CodeElement, request: CodeRequest): string[] {
  const options = part(message, 'Options');
  return options === undefined || options.children.length === 0 ? [] : [value(options, request)];
}

function retrieve(element: CodeElement | undefined, request: CodeRequest): string | undefined {
  const parts = (name: string): CodeElement[] =>
    (element?.children ?? []).filter((child) => child.name === name);
  const [objectType] = parts('ObjectType');
  if (objectType === undefined) return undefined;
  const columns = parts('Properties').map(({ text }) => textExpression(text, syntax));
  const [filter] = parts('Filter');
  const [options] = parts('Options');
  return invocation('retrieve', [
    textExpression(objectType.text, syntax),
    list(columns),
    ...(filter === undefined ? [] : [filterValue(filter)]),
    ...(options === undefined || filter === undefined ? [] : [value(options, request)]),
  ]);
}

/** WSProxy takes dates as values. */
function filterValue(filter: CodeElement): string {
  const entries = propertiesOf(filter).map(({ name, elements }) => {
    const written = elements.map((element) =>
      element.children.length > 0 ? filterValue(element) : textExpression(element.text, syntax),
    );
    const property = name === 'DateValue' ? 'Value' : name;
    return `${property}: ${written.length === 1 ? (written[0] ?? '') : `[${written.join(', ')}]`}`;
  });
  return `{ ${entries.join(', ')} }`;
}

function describe(message: CodeElement): string | undefined {
  const asked = message.children.flatMap(({ children }) => children).flatMap(({ children }) => children);
  const types = asked
    .filter(({ name }) => name === 'ObjectType')
    .flatMap(({ text }) => fixedText(text) ?? []);
  return types.length === 0
    ? undefined
    : invocation('describe', [types.length === 1 ? JSON.stringify(types[0]) : JSON.stringify(types)]);
}

function execute(requests: CodeElement | undefined, request: CodeRequest): string | undefined {
  const name = requests?.children.find((child) => child.name === 'Name');
  if (requests === undefined || name === undefined) return undefined;
  const parameters = requests.children.filter((child) => child.name === 'Parameters');
  return invocation('execute', [
    list(parameters.map((parameter) => value(parameter, request))),
    textExpression(name.text, syntax),
  ]);
}

function invocation(method: string, args: readonly string[]): string {
  return `api.${method}(\n${args.map((argument) => `${step}${indented(argument, step)}`).join(',\n')}\n)`;
}

function list(items: readonly string[]): string {
  return items.length === 0
    ? '[]'
    : `[\n${items.map((item) => `${step}${indented(item, step)}`).join(',\n')}\n]`;
}

function value(element: CodeElement, request: CodeRequest): string {
  if (element.isNil) return 'null';
  if (!isComplex(element, request.catalogue)) return simpleValue(element, request);
  const wrapped = wrappedIn(element, request.catalogue);
  if (wrapped !== undefined) return list(wrapped.map((inner) => value(inner, request)));
  const entries = propertiesOf(element).map(({ name, isMany, elements }) => {
    const written = elements.map((inner) => value(inner, request));
    return `${name}: ${isMany ? list(written) : (written[0] ?? '')}`;
  });
  return entries.length === 0
    ? '{}'
    : `{\n${entries.map((entry) => `${step}${indented(entry, step)}`).join(',\n')}\n}`;
}

function simpleValue({ type, text }: CodeElement, { catalogue }: CodeRequest): string {
  const fixed = fixedText(text);
  const kind = kindOf(type, catalogue);
  if (fixed !== undefined && kind === 'boolean') return String(/^(?:true|1)$/.test(fixed));
  if (fixed !== undefined && kind === 'integer' && /^-?\d+$/.test(fixed)) return String(Number(fixed));
  return textExpression(text, syntax);
}

const syntax = {
  // Inside of a script element, its end tag must not be written.
  literal: (text: string): string => JSON.stringify(text).replaceAll('</', String.raw`<\/`),
  variable: (name: string): string => name,
  join: ' + ',
};
