/** Condenses recorded Describe answers into the one-line-an-object form of `data/describe.json`. */

interface RecordedProperty {
  readonly name: string;
  readonly dataType: string;
  readonly retrievable?: boolean;
  readonly updatable?: boolean;
  readonly required?: boolean;
  readonly maxLength?: number;
}

interface RecordedDescribe {
  readonly source: string;
  readonly objects: Readonly<Record<string, { readonly properties: readonly RecordedProperty[] }>>;
}

/** Lengths from here on are the database's way to say "no limit". */
const unlimited = 1_073_741_823;

/** Reads the recorded form: `{ source, objects: { Name: { properties: [...] } } }`. */
export function readDescribed(text: string): { source: string; objects: Record<string, string> } {
  const recorded = JSON.parse(text) as RecordedDescribe;
  return {
    source: recorded.source,
    objects: Object.fromEntries(
      Object.entries(recorded.objects).map(([name, { properties }]) => [
        name,
        properties.map(token).join(' '),
      ]),
    ),
  };
}

/** One property in the notation of `src/catalogue/overlay.ts`. */
function token(property: RecordedProperty): string {
  const { maxLength, required } = property;
  const length = maxLength === undefined || maxLength >= unlimited ? '' : `(${String(maxLength)})`;
  const needed = required === undefined ? '' : required ? '!' : 'o';
  const flags = `${property.retrievable === true ? 'r' : ''}${property.updatable === true ? 'u' : ''}${needed}`;
  return `${property.name}:${property.dataType}${length}/${flags}`;
}
