/** A request as rules look at it: its method, the objects it acts on, and every element with its type in the schema. */
import type { Catalogue } from '../../catalogue/index.ts';
import type { ScratchFile, ScratchRequest } from '../scratch/model.ts';
import { messageOf } from '../scratch/parse.ts';
import { typedChildren, typedMessage, type TypedElement as SchemaElement } from '../schema/typedTree.ts';
import { childElements, localName, type XmlElementNode } from '../xml/node.ts';
import { child, textAt, valueOf, type Value } from './elements.ts';

/** An element and the type that the schema, or its own `xsi:type`, gives it. */
export interface TypedElement {
  readonly element: XmlElementNode;
  /** Without its prefix. */
  readonly name: string;
  /** `xs:…`, the name of a type of the schema, or undefined for what the schema does not know. */
  readonly type: string | undefined;
  /** The type that its parent declares. */
  readonly declared: string | undefined;
  readonly parent: TypedElement | undefined;
}

/** A retrieve's parts that rules look at. */
export interface RetrieveParts {
  readonly element: XmlElementNode;
  /** `Send`, `DataExtensionObject[KEY]` … */
  readonly objectType: Value;
  readonly properties: readonly Value[];
  readonly filter: XmlElementNode | undefined;
}

export class Subject {
  readonly file: ScratchFile;
  readonly request: ScratchRequest;
  readonly message: XmlElementNode;
  /** Method of the API, e.g. `Create`. */
  readonly method: string;
  private readonly catalogue: Catalogue;
  private typed: readonly TypedElement[] | undefined;
  private acting: readonly TypedElement[] | undefined;
  private asked: { readonly parts: RetrieveParts | undefined } | undefined;

  private constructor(parts: Pick<Subject, 'file' | 'request' | 'message' | 'method'>, catalogue: Catalogue) {
    this.file = parts.file;
    this.request = parts.request;
    this.message = parts.message;
    this.method = parts.method;
    this.catalogue = catalogue;
  }

  /** Undefined for what is no request of the API: that is told elsewhere. */
  static of(file: ScratchFile, request: ScratchRequest, catalogue: Catalogue): Subject | undefined {
    const message = request.root === undefined ? undefined : messageOf(request.root);
    if (message === undefined) return undefined;
    const operation = catalogue.operationOfRequest(localName(message.name));
    if (operation === undefined) return undefined;
    return new Subject({ file, request, message, method: operation.name }, catalogue);
  }

  /** The message and every element in it, in the order of the text. */
  get elements(): readonly TypedElement[] {
    this.typed ??= this.typeElements();
    return this.typed;
  }

  /** The API objects that the method acts on: of a Create what is created, of a Perform its definitions. */
  get objects(): readonly TypedElement[] {
    this.acting ??= this.elements.filter((element) => this.isActedOn(element));
    return this.acting;
  }

  get options(): XmlElementNode | undefined {
    return child(this.message, 'Options');
  }

  /** True for a Create, Update or Delete. */
  get isWrite(): boolean {
    return ['Create', 'Update', 'Delete'].includes(this.method);
  }

  /** True when the request, or a directive above it, asks for the service's queue. */
  get isAsynchronous(): boolean {
    return textAt(this.message, 'Options.RequestType') === 'Asynchronous' || this.mode === 'async';
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
    this.asked ??= { parts: this.readRetrieve() };
    return this.asked.parts;
  }

  private readRetrieve(): RetrieveParts | undefined {
    const element = child(this.message, 'RetrieveRequest');
    const objectType = element === undefined ? undefined : child(element, 'ObjectType');
    if (element === undefined || objectType === undefined) return undefined;
    const properties = childElements(element).filter(({ name }) => localName(name) === 'Properties');
    return {
      element,
      objectType: valueOf(objectType),
      properties: properties.map((property) => valueOf(property)),
      filter: child(element, 'Filter'),
    };
  }

  private typeElements(): readonly TypedElement[] {
    const message = typedMessage(this.request, this.catalogue);
    if (message === undefined) return [];
    const elements: TypedElement[] = [];
    // By recursion, which is bounded by the depth of the tree: a request may have a hundred thousand elements.
    const add = (typed: SchemaElement, parent: TypedElement | undefined): void => {
      const { node, type, declaration } = typed;
      const element = {
        element: node,
        name: localName(node.name),
        type,
        declared: declaration?.type,
        parent,
      };
      elements.push(element);
      for (const inner of typedChildren(typed, this.catalogue)) add(inner, element);
    };
    add(message, undefined);
    return elements;
  }

  /** Objects stand directly in the message, or in one wrapper such as `Definitions`. */
  private isActedOn({ declared, parent }: TypedElement): boolean {
    return declared === 'APIObject' && (parent?.parent ?? parent)?.element === this.message;
  }
}
