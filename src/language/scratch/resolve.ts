/** Makes of a request in a scratch file what is sent: variables filled in, namespaces declared, envelope taken off. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { ResolvedRequest, RunSettings } from '../../shared/languageMessages.ts';
import { childElements, localName, type TextRange, type XmlElementNode } from '../xml/node.ts';
import { parseXml } from '../xml/parse.ts';
import { directiveKinds } from './directives.ts';
import type { ScratchFile, ScratchRequest, VariableProblem } from './model.ts';
import { messageOf } from './parse.ts';
import { queryAllAccounts } from './queryAllAccounts.ts';
import { readRunSettings } from './runSettings.ts';
import { substitute, VariableResolver, type VariableContext } from './variables.ts';

const partnerApi = 'http://exacttarget.com/wsdl/partnerAPI';

/** A reason why the request cannot be sent, and where it is. */
export interface ResolveProblem {
  readonly message: string;
  readonly range: TextRange;
  /** Name of the request that has to be run first, where that is all that is missing. */
  readonly needs?: string;
}

export type Resolution =
  | {
      readonly request: Omit<ResolvedRequest, 'line'>;
      /** The message in the file, whose objects are those that are sent, in their order. */
      readonly message: XmlElementNode;
      readonly range: TextRange;
    }
  | { readonly problem: ResolveProblem };

/** Resolves one request. A file's problems elsewhere do not matter; one inside the request prevents it. */
export function resolveRequest(
  file: ScratchFile,
  request: ScratchRequest,
  catalogue: Catalogue,
  context: VariableContext,
): Resolution {
  const inside = file.problems.find(
    ({ range, severity }) => severity === 'error' && isWithin(range, request.range),
  );
  if (inside !== undefined) return { problem: inside };
  const { root } = request;
  const message = root === undefined ? undefined : messageOf(root);
  if (root === undefined || message === undefined) {
    return { problem: { message: 'There is no request here to send.', range: request.range } };
  }
  const operation = catalogue.operationOfRequest(localName(message.name));
  if (operation === undefined) return { problem: unknownMessage(message, catalogue) };

  const resolver = new VariableResolver(file.variables, context);
  const filledIn = fillInDirectives(request, resolver);
  if ('problem' in filledIn) return filledIn;
  const { settings } = filledIn;
  const rest = substitute(file.text, { start: message.nameRange.end, end: message.range.end }, resolver);
  if ('problem' in rest) return { problem: toProblem(rest.problem, rest.use.range) };
  const body = `<${message.name}${missingDeclarations(root, message)}${rest.text}`;
  const [broken] = parseXml(body).problems;
  if (broken !== undefined) {
    const text = `With its variables filled in, the request is not well-formed: ${broken.message}`;
    return { problem: { message: text, range: message.nameRange } };
  }
  return {
    request: {
      operation: operation.name,
      body: settings.allBusinessUnits === true ? queryAllAccounts(body) : body,
      title: titleOf(request, message),
      ...(request.name === undefined ? {} : { name: request.name }),
      ...settings,
    },
    message,
    range: message.range,
  };
}

function toProblem({ message, needs }: VariableProblem, range: TextRange): ResolveProblem {
  return { message, range, ...(needs === undefined ? {} : { needs }) };
}

/** The settings, or the first directive whose variables have no value or whose value is then wrong. */
function fillInDirectives(
  request: Pick<ScratchRequest, 'directives'>,
  resolver: VariableResolver,
): { readonly settings: RunSettings } | { readonly problem: ResolveProblem } {
  let problem: ResolveProblem | undefined;
  const settings = readRunSettings(request, ({ name, value, valueRange }) => {
    const filledIn = resolver.expand(value);
    if ('problem' in filledIn) {
      problem ??= toProblem(filledIn.problem, valueRange);
      return '';
    }
    const expected = name === 'assert' ? undefined : directiveKinds.get(name)?.check(filledIn.value);
    if (expected !== undefined) {
      const message = `@${name} takes ${expected}; its variables make it “${filledIn.value}”.`;
      problem ??= { message, range: valueRange };
    }
    return filledIn.value;
  });
  return problem === undefined ? { settings } : { problem };
}

/** Where a request asks to run, which is known before anything else of it; or why that cannot be told. */
export function readPlacement(
  file: ScratchFile,
  { directives }: ScratchRequest,
  context: VariableContext,
):
  | { readonly placement: Pick<RunSettings, 'connection' | 'businessUnit'> }
  | { readonly problem: ResolveProblem } {
  const places = directives.filter(({ name }) => name === 'connection' || name === 'bu');
  const filledIn = fillInDirectives({ directives: places }, new VariableResolver(file.variables, context));
  if ('problem' in filledIn) return filledIn;
  const { connection, businessUnit } = filledIn.settings;
  return {
    placement: {
      ...(connection === undefined ? {} : { connection }),
      ...(businessUnit === undefined ? {} : { businessUnit }),
    },
  };
}

/** What is wrong with a root element that is no message of the API. */
export function unknownMessage(message: XmlElementNode, catalogue: Catalogue): ResolveProblem {
  const requests = catalogue.operations.map(({ request }) => request).join(', ');
  return {
    message: `<${message.name}> is not a request of the SOAP API. Requests are ${requests}, or an Envelope with one of them in its Body.`,
    range: message.nameRange,
  };
}

function isWithin(inner: TextRange, outer: TextRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Declarations of the elements around the message, and the API's namespace when no default is declared. */
function missingDeclarations(root: XmlElementNode, message: XmlElementNode): string {
  const declared = new Map<string, string>();
  for (const element of pathTo(root, message)) {
    for (const { name, value } of element.attributes) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) declared.set(name, value);
    }
  }
  if (!message.name.includes(':') && !declared.has('xmlns')) declared.set('xmlns', partnerApi);
  const own = new Set(message.attributes.map(({ name }) => name));
  return [...declared]
    .filter(([name]) => !own.has(name))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

function pathTo(root: XmlElementNode, message: XmlElementNode): readonly XmlElementNode[] {
  if (root === message) return [root];
  const body = childElements(root).find((element) => childElements(element).includes(message));
  return body === undefined ? [root, message] : [root, body, message];
}

function titleOf(request: ScratchRequest, message: XmlElementNode): string {
  if (request.title !== '') return request.title;
  if (request.name !== undefined) return request.name;
  return localName(message.name).replace(/Request(Msg)?$/, '');
}
