/** Cells as spreadsheets put them on the clipboard: tabs between them, quotes around those with breaks of lines in them. */

/** Rows of cells; what is quoted stands as it was, breaks of lines and tabs in it. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  const whole = text.replace(/\r?\n$/, '');
  for (;;) {
    const match = cell.exec(whole);
    if (match === null) return rows;
    const [, quoted, plain = '', end = ''] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') return rows;
    if (end !== '\t') rows.push([]);
  }
}
