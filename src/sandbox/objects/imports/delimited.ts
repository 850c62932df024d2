/** Reads delimited files: commas, tabs or another delimiter, values in quotes where they hold one. */

export interface DelimitedSettings {
  readonly delimiter: string;
  /** False for files in which a quote is a character like any other. */
  readonly quotes: boolean;
}

/** The text of a file: UTF-8 or, by its byte order mark, UTF-16. */
export function textOf(content: Buffer): string {
  const isWide = content.length >= 2 && content[0] === 0xff && content[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(content);
}

/** The rows of a file; empty lines are none. A quote inside quotes is doubled; a line may end in any of three ways. */
export function readDelimited(text: string, settings: DelimitedSettings): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length;) {
    const { values, end } = readLine(text, at, settings);
    if (values.length > 1 || values[0] !== '') rows.push(values);
    at = end;
  }
  return rows;
}

/** One line from `from` on, and where the next one begins. */
function readLine(
  text: string,
  from: number,
  { delimiter, quotes }: DelimitedSettings,
): { readonly values: string[]; readonly end: number } {
  const values: string[] = [];
  let at = from;
  for (;;) {
    const isQuoted = quotes && text[at] === '"';
    const end = isQuoted ? endOfQuoted(text, at) : endOfPlain(text, at, delimiter);
    values.push(isQuoted ? unquoted(text.slice(at, end)) : text.slice(at, end));
    if (!text.startsWith(delimiter, end)) {
      // What stands between a closing quote and the end of its line belongs to nothing.
      const line = nextLine(text, end);
      return { values, end: line + (text.startsWith('\r\n', line) ? 2 : 1) };
    }
    at = end + delimiter.length;
  }
}

function unquoted(raw: string): string {
  const inside = raw.length > 1 && raw.endsWith('"') ? raw.slice(1, -1) : raw.slice(1);
  return inside.replaceAll('""', '"');
}

function nextLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

/** The place behind the quote that closes a value. */
function endOfQuoted(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    if (text[quote + 1] !== '"') return quote + 1;
    at = quote + 2;
  }
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\n' || text[at] === '\r' || text.startsWith(delimiter, at)) return at;
  }
  return text.length;
}

/** One line of a comma-separated file; values are put in quotes where they need to be. */
export function delimitedLine(values: readonly string[], delimiter = ','): string {
  return `${values
    .map((value) =>
      value.includes(delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value,
    )
    .join(delimiter)}\r\n`;
}
