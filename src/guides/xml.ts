/** Writes the XML of requests as a person would: indented, one value a line, short objects on one line. */

/** An element; one whose content is undefined, or an empty list, is written empty. */
export interface Xml {
  readonly name: string;
  /** Its `xsi:type`. */
  readonly type?: string;
  readonly content?: string | readonly Xml[] | undefined;
}

/** `of('ID', '7')`, `of('List', [of('ID', '7')])`. */
export function of(name: string, content?: Xml['content']): Xml {
  return { name, content };
}

/** An element whose type has to be said: `typed('Objects', 'List', […])`. */
export function typed(name: string, type: string, content: readonly Xml[]): Xml {
  return { name, type, content };
}

/** The element, unless there is nothing to put into it. */
export function given(name: string, value: string | undefined): readonly Xml[] {
  return value === undefined || value === '' ? [] : [of(name, value)];
}

/** No longer than this, objects of nothing but single values stay on one line. */
const lineLength = 100;

export function writeXml(xml: Xml, indent = ''): string {
  const { name, type, content = [] } = xml;
  const start = type === undefined ? `<${name}` : `<${name} xsi:type="${type}"`;
  if (content.length === 0) return `${indent}${start}/>`;
  if (typeof content === 'string') return `${indent}${start}>${escapeXml(content)}</${name}>`;
  const isFlat = type === undefined && content.every((child) => typeof child.content !== 'object');
  const line = `${indent}${start}>${content.map((child) => writeXml(child)).join('')}</${name}>`;
  if (isFlat && line.length <= lineLength) return line;
  const inner = content.map((child) => writeXml(child, `${indent}  `)).join('\n');
  return `${indent}${start}>\n${inner}\n${indent}</${name}>`;
}

/** Text as it stands between tags; a variable of the scratch file stays one. */
function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
