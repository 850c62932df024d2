/**
 * Stage 6 of a SOAP request: the message by the catalogue's types.
 *
 * It is as lax as the real service: elements may come in any order, unknown ones are dropped without a word
 * (documented), missing ones are missing. All of that is noted for the journal. What the service cannot read at all
 * (a value that is not of its type, an unknown xsi:type) is a fault.
 */
import { shippedCatalogue as catalogue, type ElementDeclaration } from '../../catalogue/index.ts';
import { attributeOf, resolveName, xsiNamespace, type XmlElement } from '../xml/element.ts';
import type { XmlDocument } from '../xml/reader.ts';
import type { Trap } from '../traps/traps.ts';
import { faults, type Fault } from './fault.ts';
import { readSimple } from './simpleTypes.ts';
import { isNewer, loose } from './newer.ts';
import { ApiStruct, type ApiValue } from './value.ts';

/** Notes one objection for the journal. */
export type Note = (problem: string) => void;

/** Where a message's objections go. */
export interface Objections {
  readonly note: Note;
  readonly trap: Trap;
}

/** Reads `element`, which is part of `document`, as a value of the complex type `type`. */
export function decodeMessage(
  document: XmlDocument,
  element: XmlElement,
  type: string,
  objections: Objections,
): ApiStruct | Fault {
  try {
    return new Decoder(document, objections).struct(element, type, element.name);
  } catch (error) {
    if (error instanceof Unreadable) return error.fault;
    throw error;
  }
}

/** Carries a fault out of the depth of a message; never leaves this module. */
class Unreadable extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.text);
    this.fault = fault;
  }
}

class Decoder {
  private readonly document: XmlDocument;
  private readonly note: Note;
  private readonly trap: Trap;

  constructor(document: XmlDocument, { note, trap }: Objections) {
    this.document = document;
    this.note = note;
    this.trap = trap;
  }

  struct(element: XmlElement, type: string, path: string): ApiStruct {
    const struct = new ApiStruct(type);
    const declarations = catalogue.elementsOf(type);
    let furthest = 0;
    for (const child of element.children) {
      const place = declarations.findIndex((declaration) => declaration.name === child.name);
      const declaration = declarations[place];
      const childPath = `${path}/${child.name}`;
      if (declaration === undefined || child.namespace !== catalogue.targetNamespace) {
        if (isNewer(type, child.name)) struct.add(child.name, loose(child));
        else
          this.trap(
            'unknown-element',
            `${childPath} is not an element of ${type.replace('/', '')} and is dropped.`,
          );
        continue;
      }
      if (place < furthest) this.trap('element-order', `${childPath} is out of the order of the schema.`);
      furthest = Math.max(furthest, place);
      if (declaration.max === 1 && struct.has(child.name)) {
        this.note(`${childPath} is there more than once; the first one counts.`);
        continue;
      }
      struct.add(child.name, this.value(child, declaration, childPath));
    }
    this.noteMissing(struct, declarations, path);
    if (element.text.trim() !== '') this.note(`${path} has text between its elements, which is dropped.`);
    return struct;
  }

  private noteMissing(struct: ApiStruct, declarations: readonly ElementDeclaration[], path: string): void {
    for (const { name, min } of declarations) {
      if (min === 1 && !struct.has(name)) this.note(`${path}/${name} is required by the schema and missing.`);
    }
  }

  private value(element: XmlElement, declaration: ElementDeclaration, path: string): ApiValue {
    const nil = attributeOf(element, xsiNamespace, 'nil')?.trim();
    if (nil === 'true' || nil === '1') {
      if (!declaration.nillable) this.note(`${path} is nil, which the schema does not allow.`);
      return null;
    }
    const type = this.typeOf(element, declaration.type);
    if (catalogue.complexType(type) !== undefined) return this.struct(element, type, path);
    if (element.children.length > 0)
      this.note(`${path} has elements inside where the schema has a simple value.`);
    if (type === 'xs:dateTime' && /T[\d:.]+$/.test(element.text.trim())) {
      this.trap('date-without-offset', `${path} has no offset and is taken for server time.`);
    }
    const read = readSimple(type, element.text);
    return 'text' in read ? read.text : this.fail(element, read.reason);
  }

  /** The type by `xsi:type`, else the declared one. */
  private typeOf(element: XmlElement, declared: string): string {
    const written = attributeOf(element, xsiNamespace, 'type')?.trim();
    if (written === undefined) return declared;
    const name = resolveName(element, written);
    if (name?.namespace === 'http://www.w3.org/2001/XMLSchema') return declared;
    const known = name?.namespace === catalogue.targetNamespace ? name.name : undefined;
    if (known !== undefined && (known === declared || catalogue.isA(known, declared))) return known;
    const shown = name ?? { name: written, namespace: '' };
    return this.fail(
      element,
      `The specified type was not recognized: name='${shown.name}', namespace='${shown.namespace}', at <${element.name} xmlns='${element.namespace}'>.`,
    );
  }

  private fail(element: XmlElement, reason: string): never {
    throw new Unreadable(faults.unreadable(this.document.locate(element), reason));
  }
}
