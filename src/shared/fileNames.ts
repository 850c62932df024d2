/** Names of files that imports read and extracts write: placeholders in them are filled in on the day. */

/** Parts of the date, by the name of their placeholder in small letters. */
const dateParts: ReadonlyMap<string, (now: Date) => string> = new Map([
  ['year', (now) => String(now.getFullYear())],
  ['month', (now) => String(now.getMonth() + 1).padStart(2, '0')],
  ['day', (now) => String(now.getDate()).padStart(2, '0')],
  ['hour', (now) => String(now.getHours()).padStart(2, '0')],
  ['minute', (now) => String(now.getMinutes()).padStart(2, '0')],
  ['second', (now) => String(now.getSeconds()).padStart(2, '0')],
]);

/** Filled in with the date and time of the run, or with the name of the file that started an automation. */
export const filePlaceholders: readonly string[] = [
  'Year',
  'Month',
  'Day',
  'Hour',
  'Minute',
  'Second',
  'FILENAME_FROM_TRIGGER',
  'BASEFILENAME_FROM_TRIGGER',
];

/** The file name that a naming pattern gives at a time; undefined for a name without placeholders. */
export function fileNameAt(pattern: string, now: Date): string | undefined {
  const name = pattern.replace(
    /%%(\w+)%%/g,
    (whole, word: string) => dateParts.get(word.toLowerCase())?.(now) ?? whole,
  );
  return name === pattern ? undefined : name;
}

/** The placeholders of a pattern that the service does not fill in; '' for percent signs without their like. */
export function strangePlaceholders(pattern: string): readonly string[] {
  const known = new Set(filePlaceholders.map((name) => name.toLowerCase()));
  const isOpen = pattern.split('%%').length % 2 === 0;
  const strange = [...pattern.matchAll(/%%([^%]*)%%/g)].flatMap(([, name = '']) =>
    known.has(name.toLowerCase()) ? [] : [name],
  );
  return isOpen ? [...strange, ''] : strange;
}
