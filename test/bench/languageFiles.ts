/** Files that the language server is measured with. */

export interface MeasuredFile {
  readonly title: string;
  readonly text: string;
  /** Where is typed: behind this. Undefined for a file that is opened alone. */
  readonly typedBehind?: string;
}

function many(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('\n');
}

const objects = many(
  10_000,
  (index) => `  <Objects xsi:type="Subscriber">
    <EmailAddress>person${String(index)}@example.com</EmailAddress>
    <Attributes><Name>City</Name><Value>Leeds ${String(index)}</Value></Attributes>
    <SubscriberKey>key-${String(index)}</SubscriberKey>
    <Status>Active</Status>
  </Objects>`,
);

const requests = many(
  10_000,
  (index) => `### Sends ${String(index)}
# @name sends${String(index)}
<RetrieveRequestMsg>
  <RetrieveRequest>
    <ObjectType>Send</ObjectType>
    <Properties>ID</Properties>
    <Properties>NumberSent</Properties>
    <Filter xsi:type="SimpleFilterPart">
      <Property>SendDate</Property>
      <SimpleOperator>greaterThan</SimpleOperator>
      <Value>{{since}}</Value>
    </Filter>
  </RetrieveRequest>
</RetrieveRequestMsg>
`,
);

/** Half the size is as long as a request of the largest payload that the service takes. */
const binary = Buffer.from(
  Uint8Array.from({ length: 9_000_000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256),
).toString('latin1');

export const measuredFiles: readonly MeasuredFile[] = [
  {
    title: 'one request, 10,000 objects',
    text: `### Many\n<CreateRequest>\n  <Options/>\n${objects}\n</CreateRequest>\n`,
    typedBehind: '<SubscriberKey>key-5000</SubscriberKey>\n    ',
  },
  {
    title: '10,000 requests',
    text: `@since = 2026-01-01T00:00:00Z\n\n${requests}`,
    typedBehind: 'Sends 5000\n# @name sends5000\n<RetrieveRequestMsg>\n  <RetrieveRequest>\n    ',
  },
  { title: 'binary', text: binary },
  { title: '50 MB, pasted', text: `<CreateRequest>\n${`${objects}\n`.repeat(21)}</CreateRequest>\n` },
];
