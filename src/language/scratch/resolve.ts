/** Makes of a request in a scratch file what is sent: variables filled in, namespaces declared, envelope taken off. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { ResolvedRequest } from '../../shared/languageMessages.ts';
import { childElements, localName, type TextRange, type XmlElementNode } from '../xml/node.ts';
import { parseXml } from '../xml/parse.ts';
import type { ScratchFile, ScratchRequest } from './model.ts';
import { messageOf } from './parse.ts';
import type { SystemContext } from './systemVariables.ts';
import { substitute, VariableResolver } from './variables.ts';

const partnerApi = 'http://exacttarget.com/wsdl/partnerAPI';

/** A reason why the request cannot be sent, and where it is. */
export interface ResolveProblem {
  readonly message: string;
  readonly range: TextRange;
}

export type Resolution =
  | { readonly request: Omit<ResolvedRequest, 'line'>; readonly range: TextRange }
  | { readonly problem: ResolveProblem };

/** Resolves one request. A file's problems elsewhere do not matter; one inside the request prevents it. */
export function resolveRequest(
  file: ScratchFile,
  request: ScratchRequest,
  catalogue: Catalogue,
  context: SystemContext,
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
  const rest = substitute(file.text, { start: message.nameRange.end, end: message.range.end }, resolver);
  if ('problem' in rest) return { problem: { message: rest.problem.message, range: rest.use.range } };
  const body = `<${message.name}${missingDeclarations(root, message)}${rest.text}`;
  const [broken] = parseXml(body).problems;
  if (broken !== undefined) {
    const text = `With its variables filled in, the request is not well-formed: ${broken.message}`;
    return { problem: { message: text, range: message.nameRange } };
  }
  return {
    request: {
      operation: operation.name,
      body,
      title: titleOf(request, message),
      ...directiveValues(request),
    },
    range: message.range,
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

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

function directiveValues(request: ScratchRequest): Partial<ResolvedRequest> {
  const values = new Map(request.directives.map(({ name, value }) => [name, value]));
  const connection = values.get('connection');
  const businessUnit = values.get('bu');
  const timeout = /^(\d+)\s*(\w+)$/.exec(values.get('timeout') ?? '');
  const limit = values.get('limit');
  const note = values.get('note');
  return {
    ...(request.name === undefined ? {} : { name: request.name }),
    ...(connection === undefined ? {} : { connection }),
    ...(businessUnit === undefined ? {} : { businessUnit: Number(businessUnit) }),
    ...(timeout === null ? {} : { timeout: Number(timeout[1]) * (units[timeout[2] ?? ''] ?? 1) }),
    ...(limit === undefined ? {} : { follow: Number(limit) }),
    ...(values.has('all') ? { follow: 'all' } : {}),
    ...(note === undefined ? {} : { note }),
  };
}
