/** A request as rules look at it: its method, the objects it acts on, and every element with its type in the schema. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { ScratchFile, ScratchRequest } from '../scratch/model.ts';
import { messageOf } from '../scratch/parse.ts';
import { localName, type XmlElementNode } from '../xml/node.ts';
import { ownText } from '../xml/ownText.ts';
import { child, textAt } from './elements.ts';
import { elementsBelow, layOut, type RequestLayout, type TypedElement } from './layout.ts';
import { readRetrieve, type RetrieveParts } from './retrieve.ts';

export type { TypedElement } from './layout.ts';
export type { RetrieveParts } from './retrieve.ts';

/** What is the same for a request and for its parts, made when it is first wanted. */
class Shared {
  readonly message: XmlElementNode;
  readonly catalogue: Catalogue;
  private readonly file: ScratchFile;
  private readonly request: ScratchRequest;
  private laidOut: RequestLayout | undefined;
  private found: { readonly options: XmlElementNode | undefined } | undefined;
  private asked: { readonly retrieve: RetrieveParts | undefined } | undefined;
  private around: string | undefined;

  constructor(parts: Pick<Subject, 'file' | 'request' | 'message'>, catalogue: Catalogue) {
    this.message = parts.message;
    this.file = parts.file;
    this.request = parts.request;
    this.catalogue = catalogue;
  }

  get layout(): RequestLayout {
    this.laidOut ??= layOut(this.request, this.catalogue);
    return this.laidOut;
  }

  get options(): XmlElementNode | undefined {
    this.found ??= { options: child(this.message, 'Options') };
    return this.found.options;
  }

  get retrieve(): RetrieveParts | undefined {
    this.asked ??= { retrieve: readRetrieve(this.message) };
    return this.asked.retrieve;
  }

  get surroundings(): string {
    const { text, variables } = this.file;
    this.around ??= ownText(
      [
        ...variables.map(({ name, value }) => `${name} ${value}`),
        ...this.layout.frame.map(({ element }) => ownWords(element, text)),
        text.slice(this.request.range.start, this.request.bodyRange.start),
      ].join('\n'),
    );
    return this.around;
  }
}

/** An element as it is written, without the elements in it. */
function ownWords({ range, contentRange, children }: XmlElementNode, text: string): string {
  const isLeaf = children.every(({ kind }) => kind !== 'element');
  return text.slice(range.start, isLeaf ? range.end : contentRange.start);
}

export class Subject {
  readonly file: ScratchFile;
  readonly request: ScratchRequest;
  readonly message: XmlElementNode;
  /** Method of the API, e.g. `Create`. */
  readonly method: string;
  private readonly shared: Shared;
  /** Of what it consists; undefined for the whole of the request. */
  private readonly part: TypedElement | 'frame' | undefined;
  private typed: readonly TypedElement[] | undefined;

  private constructor(
    parts: Pick<Subject, 'file' | 'request' | 'message' | 'method'>,
    shared: Shared,
    part?: TypedElement | 'frame',
  ) {
    this.file = parts.file;
    this.request = parts.request;
    this.message = parts.message;
    this.method = parts.method;
    this.shared = shared;
    this.part = part;
  }

  /** Undefined for what is no request of the API: that is told elsewhere. */
  static of(file: ScratchFile, request: ScratchRequest, catalogue: Catalogue): Subject | undefined {
    const { root } = request;
    const message = root === undefined ? undefined : messageOf(root);
    if (message === undefined) return undefined;
    const operation = catalogue.operationOfRequest(localName(message.name));
    if (operation === undefined) return undefined;
    const parts = { file, request, message, method: operation.name };
    return new Subject(parts, new Shared(parts, catalogue));
  }

  /** What stands around the request's objects, as if it were all of the request. */
  get frame(): Subject {
    return new Subject(this, this.shared, 'frame');
  }

  /** One of the request's objects, as if there were no other element. */
  only(object: TypedElement): Subject {
    return new Subject(this, this.shared, object);
  }

  /** The message and every element in it, in the order of the text. */
  get elements(): readonly TypedElement[] {
    this.typed ??= this.typeElements();
    return this.typed;
  }

  /** The API objects that the method acts on: of a Create what is created, of a Perform its definitions. */
  get objects(): readonly TypedElement[] {
    if (this.part === undefined) return this.shared.layout.objects;
    return this.part === 'frame' ? [] : [this.part];
  }

  /** True for one of those objects. */
  actsOn({ element }: TypedElement): boolean {
    return this.objects.some((object) => object.element === element);
  }

  /** What rules can see of the file when they look at one of the objects, as one text to compare. */
  get surroundings(): string {
    return this.shared.surroundings;
  }

  get options(): XmlElementNode | undefined {
    return this.shared.options;
  }

  /** True for a Create, Update or Delete. */
  get isWrite(): boolean {
    return ['Create', 'Update', 'Delete'].includes(this.method);
  }

  /** True when the request, or a directive above it, asks for the service's queue. */
  get isAsynchronous(): boolean {
    const { options, mode } = this;
    const isAsked = options !== undefined && textAt(options, 'RequestType') === 'Asynchronous';
    return isAsked || mode === 'async';
  }

  /** Of `# @mode`: `sync`, `async` or `hybrid`. */
  get mode(): string | undefined {
    return this.directive('mode');
  }

  /** The value of a directive above the request. */
  directive(name: string): string | undefined {
    return this.request.directives.find((directive) => directive.name === name)?.value;
  }

  get retrieve(): RetrieveParts | undefined {
    return this.shared.retrieve;
  }

  private typeElements(): readonly TypedElement[] {
    const { layout, catalogue } = this.shared;
    if (this.part === 'frame') return layout.frame;
    const top = this.part ?? layout.message;
    return top === undefined ? [] : elementsBelow(top, catalogue);
  }
}
