/** The call of an operation in C#, as the generated proxies declare it, and the reading of its answer. */
import type { ElementDeclaration } from '../../../catalogue/index.ts';
import { fixedText } from '../../environment.ts';
import type { CodeElement, CodeRequest } from '../../request.ts';
import { wrappedIn } from '../../shape.ts';
import { Statements } from '../../statements.ts';
import { csharpSyntax, hasSpecified, typeName } from './syntax.ts';

/** The statements that make the request, send it, and print what came. */
export function callStatements(request: CodeRequest): string[] {
  const statements = new Statements(request, csharpSyntax(request.catalogue));
  const inputs = request.catalogue
    .elementsOf(request.message.type ?? '')
    .map((declaration) => argument(declaration, request, statements));
  const [answer, ...others] = answerOf(request);
  if (answer === undefined) return statements.lines;
  const outputs = others.map(({ type, name }) => `out ${type} ${name}`);
  // Declared before the call, as .NET 2.0 asks for.
  return [
    ...statements.lines,
    '',
    ...others.map(({ type, name }) => `${type} ${name};`),
    `${answer.type} ${answer.name} = client.${request.operation}(${[...inputs, ...outputs.map((output) => output.replace(/^out \S+ /, 'out '))].join(', ')});`,
    '',
    ...reading(request),
  ];
}

function argument(declaration: ElementDeclaration, request: CodeRequest, statements: Statements): string {
  const elements = request.message.children.filter(({ name }) => name === declaration.name);
  const [first] = elements;
  if (first === undefined) return declaration.type === 'xs:boolean' ? 'false' : 'null';
  const many = declaration.max > 1 ? elements : wrappedIn(first, request.catalogue);
  if (many === undefined) return statements.expression(first);
  const { className, expressions } = statements.items(many);
  return `new ${typeName(className)}[] { ${expressions.join(', ')} }`;
}

interface Answer {
  readonly type: string;
  readonly name: string;
}

/** What a call gives back: the first element of the response message; the others come through `out` parameters. */
function answerOf({ operation, catalogue }: CodeRequest): Answer[] {
  const response = catalogue.typeOfElement(catalogue.operation(operation)?.response ?? '') ?? '';
  return catalogue.elementsOf(response).map(({ name, type, max }) => {
    const [wrapped] = type.includes('/') ? catalogue.elementsOf(type) : [];
    const item = typeName(wrapped?.type ?? type);
    return {
      type: wrapped !== undefined || max > 1 ? `${item}[]` : item,
      name: name.charAt(0).toLowerCase() + name.slice(1),
    };
  });
}

function reading(request: CodeRequest): string[] {
  const answers = answerOf(request);
  const status = answers.find(({ name }) => name === 'overallStatus');
  const results = answers.find(({ type }) => type.endsWith('[]'));
  return [
    ...(status === undefined ? [] : ['Console.WriteLine("Status: " + overallStatus);']),
    ...(results === undefined ? [] : readingOf(results, request)),
  ];
}

function readingOf({ type, name }: Answer, request: CodeRequest): string[] {
  const item = type.slice(0, -2);
  const body = item === 'APIObject' ? retrieved(request) : resulting(item, request);
  return [
    `if (${name} != null)`,
    '{',
    `    foreach (${item} item in ${name})`,
    '    {',
    ...body.map((line) => `        ${line}`),
    '    }',
    '}',
  ];
}

/** Of a retrieve, the properties that were asked for; those with a `…Specified` only where they were received. */
function retrieved({ message, catalogue }: CodeRequest): string[] {
  const [retrieve] = message.children;
  const parts = retrieve?.children ?? [];
  const texts = (wanted: string): string[] =>
    parts.filter(({ name }) => name === wanted).flatMap(({ text }) => fixedText(text) ?? []);
  const objectType = (texts('ObjectType')[0] ?? '').replace(/\[.*$/, '');
  if (objectType === 'DataExtensionObject') {
    return [
      'foreach (APIProperty property in ((DataExtensionObject)item).Properties)',
      '{',
      '    Console.WriteLine(property.Name + ": " + property.Value);',
      '}',
    ];
  }
  if (catalogue.complexType(objectType) === undefined) return ['Console.WriteLine(item.GetType().Name);'];
  return [
    `${objectType} result = (${objectType})item;`,
    ...texts('Properties').flatMap((path) => printed(path, objectType, catalogue)),
  ];
}

/** Prints one property, when it and everything on the way to it was received. */
function printed(path: string, objectType: string, catalogue: CodeRequest['catalogue']): string[] {
  const steps = path.split('.');
  const owner =
    steps.length === 1 ? objectType : catalogue.typeOfPath(objectType, steps.slice(0, -1).join('.'));
  const declaration = owner === undefined ? undefined : catalogue.elementOf(owner, steps.at(-1) ?? '');
  if (declaration === undefined) return [`// The schema has no ${path}.`];
  const there = steps.slice(0, -1).map((_, index) => `result.${steps.slice(0, index + 1).join('.')} != null`);
  const conditions = hasSpecified(declaration, catalogue) ? [...there, `result.${path}Specified`] : there;
  const line = `Console.WriteLine("${path}: " + result.${path});`;
  return conditions.length === 0 ? [line] : [`if (${conditions.join(' && ')})`, '{', `    ${line}`, '}'];
}

/** Of anything else, what every result says of itself. */
function resulting(type: string, { catalogue }: CodeRequest): string[] {
  const has = (name: string): CodeElement['declaration'] => catalogue.elementOf(type, name);
  const named = ['StatusCode', 'StatusMessage', 'ObjectType'].filter((name) => has(name) !== undefined);
  const numbers = ['OrdinalID', 'ErrorCode'].filter((name) => hasSpecified(has(name), catalogue));
  return [
    `Console.WriteLine(${named.map((name) => `item.${name}`).join(' + ": " + ')});`,
    ...numbers.flatMap((name) => [
      `if (item.${name}Specified)`,
      '{',
      `    Console.WriteLine("${name}: " + item.${name});`,
      '}',
    ]),
  ];
}
