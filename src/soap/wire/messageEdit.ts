/** Divides a write that a person wrote into calls, and sets options in it; every other character stays as it is. */
import type { Catalogue } from '../../catalogue/index.ts';
import { MarketingCloudError } from '../errors.ts';
import type { RequestOptions } from '../operations/requestOptions.ts';
import { shapeOf, type WriteMethod } from '../operations/write.ts';
import { decodeObject } from './decode.ts';
import { readRanges, type ElementRange } from './messageRanges.ts';
import { xsd, xsi } from './namespaces.ts';
import { writeObject } from './objectWriter.ts';
import type { SoapObject } from './soapObject.ts';
import { escapeText } from './text.ts';
import { childrenOf, child, parseXmlTree, type XmlElement } from './xmlTree.ts';

/** A message that can be divided. */
export class EditableMessage {
  /** The objects as they are written, in order. */
  readonly objects: readonly string[];
  private readonly text: string;
  private readonly root: ElementRange;
  private readonly ranges: readonly ElementRange[];
  private readonly catalogue: Catalogue;
  private readonly optionsType: string;

  /** @throws MarketingCloudError `invalid-request` when the text is not well-formed or another message. */
  constructor(catalogue: Catalogue, method: WriteMethod, text: string) {
    const { request, options, wrapper, object } = shapeOf(method);
    this.catalogue = catalogue;
    this.optionsType = options;
    this.text = text;
    this.root = readRanges(text);
    if (this.root.name !== request) {
      throw new MarketingCloudError(
        'invalid-request',
        `A ${method} is a ${request}, not a ${this.root.name}.`,
      );
    }
    const parents = wrapper === undefined ? [this.root] : namedIn(this.root, wrapper);
    this.ranges = parents.flatMap((parent) => namedIn(parent, object));
    this.objects = this.ranges.map(({ start, end }) => text.slice(start, end));
  }

  /** The objects as values, for those who must know what is written to. */
  decoded(method: WriteMethod): readonly SoapObject[] {
    const { wrapper, object } = shapeOf(method);
    const declared: Readonly<Record<string, string>> = { xsi, xsd };
    const root = parseXmlTree(this.text, (prefix) => declared[prefix]);
    const parents: readonly XmlElement[] =
      wrapper === undefined ? [root] : [child(root, wrapper)].filter((found) => found !== undefined);
    return parents
      .flatMap((parent) => childrenOf(parent, object))
      .map((element) => decodeObject(this.catalogue, element, element.type ?? ''));
  }

  /** An object with a CorrelationID, at its place in the schema; as it is when it has one. */
  correlated(ordinal: number, correlationId: string): string {
    const range = this.ranges[ordinal];
    const written = this.objects[ordinal];
    if (range === undefined || written === undefined) return '';
    if (namedIn(range, 'CorrelationID').length > 0) return written;
    const element = this.element('CorrelationID', escapeText(correlationId));
    const earlier = this.namesBefore(range.type ?? 'APIObject', 'CorrelationID');
    const next = range.children.find(({ name }) => !earlier.has(name));
    return insertInto(written, range, next?.start ?? range.contentEnd, element);
  }

  /** The message of one call: these objects in place of all, and these options set. */
  with(objects: readonly string[], options: RequestOptions): string {
    const edits = [...this.objectEdits(objects), ...this.optionEdits(options)];
    return applyEdits(this.text, edits);
  }

  private objectEdits(objects: readonly string[]): Edit[] {
    return this.ranges.map(({ start, end }, index) => ({
      start,
      end,
      text: index === 0 ? objects.join('') : '',
    }));
  }

  private optionEdits(options: RequestOptions): Edit[] {
    const names = Object.keys(options);
    if (names.length === 0) return [];
    const [written] = namedIn(this.root, 'Options');
    const kept = (written?.children ?? [])
      .filter(({ name }) => !names.includes(name))
      .map(({ name, start, end }) => ({ name, text: this.text.slice(start, end) }));
    const set = names.map((name) => ({ name, text: this.member(name, options) }));
    const order = this.catalogue.elementsOf(this.optionsType).map(({ name }) => name);
    const content = [...kept, ...set]
      .sort((a, b) => placeIn(order, a.name) - placeIn(order, b.name))
      .map(({ text }) => text)
      .join('');
    if (written === undefined) {
      const start = this.root.contentStart;
      return [{ start, end: start, text: this.element('Options', content) }];
    }
    const opening = this.text.slice(written.start, written.contentStart).replace(/\s*\/>$/, '>');
    const text = `${opening}${content}</${written.qualifiedName}>`;
    return [{ start: written.start, end: written.end, text }];
  }

  /** One member of the options, as it is written under the prefix of the message. */
  private member(name: string, options: RequestOptions): string {
    const value = options[name] ?? null;
    const xml = writeObject(this.catalogue, { [name]: value }, 'Options', this.optionsType);
    const content = xml.slice(xml.indexOf('>') + 1, xml.lastIndexOf('<'));
    const prefix = this.prefix;
    return prefix === '' ? content : content.replace(/<(\/?)(?=[A-Za-z_])/g, `<$1${prefix}`);
  }

  private element(name: string, content: string): string {
    return `<${this.prefix}${name}>${content}</${this.prefix}${name}>`;
  }

  /** `par:`, or nothing. */
  private get prefix(): string {
    const { qualifiedName } = this.root;
    return qualifiedName.slice(0, qualifiedName.indexOf(':') + 1);
  }

  private namesBefore(type: string, name: string): ReadonlySet<string> {
    const elements = this.catalogue.elementsOf(type);
    const names = (elements.length === 0 ? this.catalogue.elementsOf('APIObject') : elements).map(
      (element) => element.name,
    );
    return new Set(names.slice(0, names.indexOf(name)));
  }
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { start, end, text: replacement } of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}

/** @param position in the whole text, as those of the range are. */
function insertInto(written: string, range: ElementRange, position: number, element: string): string {
  const isSelfClosing = range.end === range.contentStart;
  if (isSelfClosing) {
    return `${written.replace(/\s*\/>$/, '>')}${element}</${range.qualifiedName}>`;
  }
  const offset = position - range.start;
  return written.slice(0, offset) + element + written.slice(offset);
}

function namedIn(range: ElementRange, name: string): readonly ElementRange[] {
  return range.children.filter((candidate) => candidate.name === name);
}

function placeIn(order: readonly string[], name: string): number {
  const place = order.indexOf(name);
  return place === -1 ? order.length : place;
}
