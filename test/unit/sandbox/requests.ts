/** The requests that the tests of writes have in common. */
import { textOf, type SoapReply, type TestSandbox } from '../../support/sandbox.ts';

export type WriteMethod = 'Create' | 'Update' | 'Delete';

/** The save option that makes any write an upsert. */
export const upsert = saveOption('UpdateAdd');

export function saveOption(action: string): string {
  return `<SaveOptions><SaveOption><PropertyName>*</PropertyName><SaveAction>${action}</SaveAction></SaveOption></SaveOptions>`;
}

/** One object of a write. */
export function object(type: string, content: string): string {
  return `<Objects xsi:type="${type}">${content}</Objects>`;
}

/** Sends objects with one of the three methods that take such. */
export function write(
  sandbox: TestSandbox,
  method: WriteMethod,
  objects: string,
  options = '',
): Promise<SoapReply> {
  return sandbox.call(method, `<${method}Request><Options>${options}</Options>${objects}</${method}Request>`);
}

/** The type of extract that writes the rows of a data extension, and what it is told of one in the demo. */
export const rowsExtract = {
  id: 'bb94a04d-9632-4623-be47-daabc3f588a6',
  parameters: {
    DECustomerKey: 'Order_Confirmations',
    HasColumnHeaders: 'true',
    _AsyncID: '0',
    OutputFileName: 'orders.csv',
    StartDate: '1/1/1900 1:00:00 AM',
    EndDate: '1/1/1900 1:00:00 AM',
  },
};

/** Asks for an extract of a type, by its id. */
export function extract(
  sandbox: TestSandbox,
  id: string,
  parameters: Readonly<Record<string, string>>,
): Promise<SoapReply> {
  const list = Object.entries(parameters).map(
    ([name, value]) => `<Parameter><Name>${name}</Name><Value>${value}</Value></Parameter>`,
  );
  return sandbox.call(
    'Extract',
    `<ExtractRequestMsg><Requests><ID>${id}</ID><Options/><Parameters>${list.join('')}</Parameters></Requests></ExtractRequestMsg>`,
  );
}

/** Performs an action on one object. */
export function perform(
  sandbox: TestSandbox,
  action: string,
  type: string,
  content: string,
): Promise<SoapReply> {
  const definition = `<Definition xsi:type="${type}">${content}</Definition>`;
  return sandbox.call(
    'Perform',
    `<PerformRequestMsg><Action>${action}</Action><Definitions>${definition}</Definitions></PerformRequestMsg>`,
  );
}

/** What came of the first object: `OK: message`, or `Error` and the code. */
export function outcome({ message }: SoapReply): string {
  const [status = '', text = '', code] = ['StatusCode', 'StatusMessage', 'ErrorCode'].map((name) =>
    textOf(message, name),
  );
  return code === undefined ? `${status}: ${text}` : `${status} ${code}`;
}

/** The ID of the task that a call has started; empty when it has started none. */
export function taskId({ message }: Pick<SoapReply, 'message'>): string {
  return /<Task>.*<ID>(\d+)<\/ID>/.exec(message)?.[1] ?? '';
}

/** A condition, without the element around it. */
export function condition(property: string, operator: string, ...values: readonly string[]): string {
  const operands = values.map((value) => `<Value>${value}</Value>`).join('');
  return `<Property>${property}</Property><SimpleOperator>${operator}</SimpleOperator>${operands}`;
}

/** A filter of one condition. */
export function filter(property: string, operator: string, ...values: readonly string[]): string {
  return `<Filter xsi:type="SimpleFilterPart">${condition(property, operator, ...values)}</Filter>`;
}

export function equals(property: string, value: string): string {
  return filter(property, 'equals', value);
}

/** The pages of a retrieve, one after the other. */
export async function allPages(sandbox: TestSandbox, first: Promise<SoapReply>): Promise<SoapReply[]> {
  const pages = [await first];
  for (;;) {
    const { message } = pages.at(-1) ?? { message: '' };
    if (textOf(message, 'OverallStatus') !== 'MoreDataAvailable') return pages;
    const handle = `<ContinueRequest>${textOf(message, 'RequestID') ?? ''}</ContinueRequest>`;
    const request = `<RetrieveRequestMsg><RetrieveRequest>${handle}</RetrieveRequest></RetrieveRequestMsg>`;
    pages.push(await sandbox.call('Retrieve', request));
  }
}
