/** Reads a retrieve of data-extension rows from the bytes of the answer as they arrive, many times faster than a parser. */
import { MarketingCloudError } from '../errors.ts';
import { partnerApi } from './namespaces.ts';
import { ByteWindow } from './byteWindow.ts';
import { RowPageBuilder, type PageSize, type SizedPage } from './rowPage.ts';
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
  private readonly page: RowPageBuilder;
  private readonly onHead: (head: PageHead) => void;
  private phase: 'head' | 'rows' | 'tail' = 'head';
  private readonly rest = new ByteWindow();
  /** Up to here the window is known not to hold the end of a row. */
  private searched = 0;
  private template: RowTemplate | undefined;

  /**
   * @param onHead called once, as soon as the first row begins: time to ask for the next page.
   * @param expected how large the page is likely to be.
   */
  constructor(onHead: (head: PageHead) => void = () => undefined, expected?: PageSize) {
    this.onHead = onHead;
    this.page = new RowPageBuilder(expected);
  }

  push(chunk: Uint8Array): void {
    const { start } = this.rest;
    this.rest.append(chunk);
    // What was left may have been moved to the front.
    this.searched = Math.max(0, this.searched - start + this.rest.start);
    if (this.phase === 'head') this.readHead();
    if (this.phase === 'rows') this.readRows();
    if (this.phase === 'tail') this.toTree(this.rest.length);
  }

  /** The rows, and the document without those that were read from it. */
  end(): { readonly root: XmlElement; readonly page: SizedPage } {
    this.toTree(this.rest.length);
    this.tree.write(this.decoder.end());
    const root = this.tree.end();
    // An answer in another form than the service writes today has its rows in the tree.
    const message = child(root, 'Body')?.children[0];
    for (const row of message === undefined ? [] : childrenOf(message, 'Results')) this.addParsed(row);
    return { root, page: this.page };
  }

  private readHead(): void {
    const start = this.rest.indexOf(rowStart, this.rest.start);
    if (start === -1) {
      // The first piece must be long enough to show a byte order mark.
      if (this.rest.length > 2 * rowStart.length) this.toTree(this.rest.length - rowStart.length);
      return;
    }
    this.toTree(start - this.rest.start);
    if (this.rest.length === rowStart.length) return;
    this.phase = this.isAtRows() ? 'rows' : 'tail';
  }

  /** True when what is about to come is a row, and not an element that merely begins with the same letters. */
  private isAtRows(): boolean {
    const message = this.tree.path[2];
    const delimiter = this.rest.bytes[this.rest.start + rowStart.length] ?? 0;
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
    const { rest } = this;
    while (this.rowMayFollow()) {
      const end = this.readRow();
      if (end === -1) return;
      rest.start = end;
      this.skipBlanks();
    }
    this.phase = 'tail';
  }

  /** The position behind the row that begins the window; -1 when it has not arrived to its end. */
  private readRow(): number {
    const { rest } = this;
    // A row that has been looked at before is looked at again only when there is an end to it.
    if (this.searched <= rest.start) {
      const end = this.addByTemplate();
      if (end !== -1) return end;
    }
    let from = Math.max(rest.start, this.searched);
    for (;;) {
      const found = rest.indexOf(rowEnd, from);
      if (found === -1) {
        this.searched = Math.max(from, rest.end - rowEnd.length + 1);
        return -1;
      }
      from = found + rowEnd.length;
      const end = this.addByTemplate();
      if (end !== -1) return end;
      // An end that belongs to a comment or the like is none: look for a later one.
      if (this.addByParser(from)) return from;
    }
  }

  private skipBlanks(): void {
    const { rest } = this;
    while (rest.length > 0 && isBlank(rest.bytes[rest.start])) rest.start += 1;
  }

  /** False when what has arrived cannot be the beginning of a row. */
  private rowMayFollow(): boolean {
    const { bytes, start, length } = this.rest;
    const known = Math.min(rowStart.length, length);
    for (let index = 0; index < known; index += 1) {
      if (bytes[start + index] !== rowStart[index]) return false;
    }
    return true;
  }

  private addByTemplate(): number {
    const { template, rest } = this;
    return template === undefined ? -1 : addByTemplate(template, rest, rest.start, this.page);
  }

  /** Adds the row that begins the window and ends before `end`; false when it is only the beginning of one. */
  private addByParser(end: number): boolean {
    const bytes = this.rest.bytes.subarray(this.rest.start, end);
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
    this.tree.write(this.decoder.next(this.rest.take(length)));
  }
}

/** Blanks of XML between two elements. */
function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
