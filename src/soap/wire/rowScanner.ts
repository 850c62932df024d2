/** Reads a retrieve of data-extension rows from the bytes of the answer as they arrive, many times faster than a parser. */
import { MarketingCloudError } from '../errors.ts';
import { partnerApi } from './namespaces.ts';
import { RowPageBuilder, type RowPage } from './rowPage.ts';
import { addByTemplate, learnTemplate, type RowTemplate } from './rowTemplate.ts';
import { Utf8Decoder } from './utf8.ts';
import { child, childrenOf, childText, parseXmlTree, XmlTreeBuilder, type XmlElement } from './xmlTree.ts';

/** What stands before the rows, known before they are read. */
export interface PageHead {
  readonly status: string;
  readonly requestId?: string;
}

const rowStart = Buffer.from('<Results');
const rowEnd = Buffer.from('</Results>');

/**
 * Everything but the rows goes through the XML parser, so faults, errors and cut-off answers are seen as in any other
 * answer. A row is compared with a template learnt from an earlier one; where it differs it is parsed by itself.
 * Both throw MarketingCloudError `malformed-answer`.
 */
export class RowScanner {
  private readonly tree = new XmlTreeBuilder();
  private readonly decoder = new Utf8Decoder();
  private readonly page = new RowPageBuilder();
  private readonly onHead: (head: PageHead) => void;
  private phase: 'head' | 'rows' | 'tail' = 'head';
  private rest: Buffer = Buffer.alloc(0);
  /** How much of `rest` is known not to hold the end of a row. */
  private searched = 0;
  private template: RowTemplate | undefined;

  /** @param onHead called once, as soon as the first row begins: time to ask for the next page. */
  constructor(onHead: (head: PageHead) => void = () => undefined) {
    this.onHead = onHead;
  }

  push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.rest = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    if (this.phase === 'head') this.readHead();
    if (this.phase === 'rows') this.readRows();
    if (this.phase === 'tail') this.toTree(this.rest.length);
  }

  /** The rows, and the document without those that were read from it. */
  end(): { readonly root: XmlElement; readonly page: RowPage } {
    this.toTree(this.rest.length);
    this.tree.write(this.decoder.end());
    const root = this.tree.end();
    // An answer in another form than the service writes today has its rows in the tree.
    const message = child(root, 'Body')?.children[0];
    for (const row of message === undefined ? [] : childrenOf(message, 'Results')) this.addParsed(row);
    return { root, page: this.page };
  }

  private readHead(): void {
    const start = this.rest.indexOf(rowStart);
    if (start === -1) {
      // The first piece must be long enough to show a byte order mark.
      if (this.rest.length > 2 * rowStart.length) this.toTree(this.rest.length - rowStart.length);
      return;
    }
    this.toTree(start);
    if (this.rest.length === rowStart.length) return;
    this.phase = this.isAtRows() ? 'rows' : 'tail';
  }

  /** True when what is about to come is a row, and not an element that merely begins with the same letters. */
  private isAtRows(): boolean {
    const message = this.tree.path[2];
    const delimiter = this.rest[rowStart.length] ?? 0;
    const known =
      message?.namespace === partnerApi &&
      message.name === 'RetrieveResponseMsg' &&
      this.tree.path.length === 3 &&
      this.tree.resolve('') === partnerApi &&
      ' >/\t\r\n'.includes(String.fromCharCode(delimiter));
    if (known) {
      const requestId = childText(message, 'RequestID');
      this.onHead({
        status: childText(message, 'OverallStatus') ?? '',
        ...(requestId === undefined ? {} : { requestId }),
      });
    }
    return known;
  }

  private readRows(): void {
    let position = 0;
    for (;;) {
      const end = this.rest.indexOf(rowEnd, Math.max(position, this.searched));
      if (end === -1) break;
      const after = end + rowEnd.length;
      if (!this.addRow(position, after)) {
        // The end that was found belongs to a comment or the like: look for a later one.
        this.searched = after;
        continue;
      }
      position = this.behindBlanks(after);
      this.searched = position;
      if (!this.rowMayFollow(position)) break;
    }
    this.rest = this.rest.subarray(position);
    this.searched = Math.max(0, Math.min(this.searched - position, this.rest.length - rowEnd.length));
    if (!this.rowMayFollow(0)) this.phase = 'tail';
  }

  private behindBlanks(start: number): number {
    let position = start;
    while (' \t\r\n'.includes(String.fromCharCode(this.rest[position] ?? 0))) position += 1;
    return position;
  }

  /** False when what has arrived at `position` cannot be the beginning of a row. */
  private rowMayFollow(position: number): boolean {
    const length = Math.min(rowStart.length, this.rest.length - position);
    return this.rest.compare(rowStart, 0, length, position, position + length) === 0;
  }

  private addRow(start: number, end: number): boolean {
    if (this.template !== undefined && addByTemplate(this.template, this.rest, { start, end }, this.page)) {
      return true;
    }
    const bytes = this.rest.subarray(start, end);
    const row = this.parseRow(bytes);
    if (row === undefined) return false;
    this.addParsed(row);
    this.template ??= learnTemplate(bytes, this.page.columns);
    return true;
  }

  /** Undefined when the bytes are only the beginning of a row. */
  private parseRow(bytes: Buffer): XmlElement | undefined {
    const text = new Utf8Decoder().whole(bytes);
    try {
      return parseXmlTree(text, (prefix) => this.tree.resolve(prefix));
    } catch (error) {
      if (/<!--|<!\[CDATA\[/.test(text) && error instanceof MarketingCloudError) return undefined;
      throw error;
    }
  }

  private addParsed(row: XmlElement): void {
    const cells: (string | null | undefined)[] = [];
    for (const property of childrenOf(child(row, 'Properties') ?? row, 'Property')) {
      const value = child(property, 'Value');
      cells[this.page.column(childText(property, 'Name') ?? '')] =
        value === undefined || value.nil ? null : value.text;
    }
    this.page.beginRow();
    for (const cell of Array.from(cells)) this.page.addText(cell);
  }

  private toTree(length: number): void {
    this.tree.write(this.decoder.next(this.rest.subarray(0, length)));
    this.rest = this.rest.subarray(length);
  }
}
