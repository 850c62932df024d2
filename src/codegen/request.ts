/** A request as programs are written from it: every element with its type, every secret taken out. */
import type { Catalogue, ElementDeclaration } from '../catalogue/index.ts';
import type { RequestTemplate, TemplateElement, TemplateText } from '../shared/requestTemplate.ts';

/** A piece of text, or a variable of the environment in which the program runs. */
export type CodeText = readonly (string | { readonly environment: string })[];

export interface CodeElement {
  readonly name: string;
  /** What its parent's type says of it; undefined for the message itself, and for what the schema does not know. */
  readonly declaration: ElementDeclaration | undefined;
  /** `xs:…`, the name of a type, or undefined for what the schema does not know. */
  readonly type: string | undefined;
  /** Set when `xsi:type` says more than the declaration. */
  readonly saidType: string | undefined;
  readonly isNil: boolean;
  readonly text: CodeText;
  readonly children: readonly CodeElement[];
}

export interface CodeRequest {
  /** Method of the API. */
  readonly operation: string;
  /** One line. */
  readonly title: string;
  readonly message: CodeElement;
  /** Variables of the environment that its values come from, in the order of the text. */
  readonly environment: readonly string[];
  readonly catalogue: Catalogue;
}

/** Elements whose literal value is a secret, which a program reads from its environment. */
const secretElements: ReadonlySet<string> = new Set(['Password', 'ChallengeAnswer']);

export function readRequest(template: RequestTemplate, catalogue: Catalogue): CodeRequest {
  const { operation, title, message } = template;
  const root = readElement(message, { declaration: undefined, owner: undefined }, catalogue);
  return {
    operation,
    title: harmless(title),
    message: root,
    environment: [...new Set(environmentOf(root))],
    catalogue,
  };
}

interface Place {
  readonly declaration: ElementDeclaration | undefined;
  /** Type of the parent. */
  readonly owner: string | undefined;
}

function readElement(element: TemplateElement, place: Place, catalogue: Catalogue): CodeElement {
  const { name } = element;
  const declared = place.owner === undefined ? catalogue.typeOfElement(name) : place.declaration?.type;
  const type = element.type ?? declared;
  const children = element.children.map((child) =>
    readElement(
      child,
      {
        declaration: type === undefined ? undefined : catalogue.elementOf(type, child.name),
        owner: type ?? '',
      },
      catalogue,
    ),
  );
  return {
    name,
    declaration: place.declaration,
    type,
    saidType: element.type,
    isNil: element.nil === true,
    text: secretElements.has(name)
      ? [{ environment: constantCase(`${place.owner ?? ''} ${name}`) }]
      : (element.text ?? []).map((piece) => readText(piece)),
    children,
  };
}

function readText(piece: TemplateText): CodeText[number] {
  if (typeof piece === 'string') return piece;
  const named = /^\$(?:processEnv|dotenv)\s+%?(\S+)$/.exec(piece.variable);
  const name = named?.[1];
  // The name of a variable of the environment stays as it is.
  if (name !== undefined && /^[A-Za-z_]\w*$/.test(name)) return { environment: name };
  return { environment: constantCase(name ?? piece.variable.replace('.response.body', '')) };
}

/** In a comment of any language: no end of that comment, of a script or of a block, and nothing that Java would read. */
function harmless(title: string): string {
  return title
    .replaceAll(/\?>|<\/|\*\/|\]?%%\[?|\\/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** `recentSends.//ID` as `RECENT_SENDS_ID`. */
function constantCase(text: string): string {
  const words = text.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z\d]+/g, '_');
  const name = words.replaceAll(/^_+|_+$/g, '').toUpperCase();
  return /^\d|^$/.test(name) ? `VALUE_${name}` : name;
}

function* environmentOf({ text, children }: CodeElement): Generator<string> {
  for (const piece of text) if (typeof piece !== 'string') yield piece.environment;
  for (const child of children) yield* environmentOf(child);
}
