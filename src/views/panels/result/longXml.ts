/** XML of any length: its beginning is made pretty when it is looked at, the whole of it only when that is wanted. */

/** How much of it goes into the page, in characters as they came. */
const shownLength = 100_000;

export class LongXml {
  /** One after the other, as they came. */
  readonly xmls: readonly string[];
  /** True when the beginning is not all. */
  readonly isCut: boolean;
  private readonly pretty: (xml: string) => string;
  private made: string | undefined;

  constructor(xmls: readonly string[], pretty: (xml: string) => string) {
    this.xmls = xmls;
    this.pretty = pretty;
    this.isCut = xmls.reduce((sum, { length }) => sum + length, 0) > shownLength;
  }

  get beginning(): string {
    this.made ??= this.make();
    return this.made;
  }

  private make(): string {
    const shown: string[] = [];
    let room = shownLength;
    for (const xml of this.xmls) {
      if (room <= 0) break;
      shown.push(this.pretty(xml.slice(0, room)));
      room -= xml.length;
    }
    return shown.join('\n\n');
  }
}

export const noXml = new LongXml([], (xml) => xml);
