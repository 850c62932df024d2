/** Runs a request of a scratch file: sends it, follows its pages if asked to, and tells a session how it goes. */
import { prettyXml } from '../../language/index.ts';
import { previewEnvelope, type CallRecord, type RawAnswer, type SoapClient } from '../../soap/index.ts';
import { objectsAt, textAt } from '../../soap/pure.ts';
import type { ResolvedRequest } from '../../shared/languageMessages.ts';
import type { ResultFact, ResultStatus } from '../../shared/resultMessages.ts';
import {
  formatBytes,
  formatDuration,
  formatNumber,
  rowObjects,
  type ResultSession,
} from '../../views/index.ts';
import { describeError, isCancellation } from '../errors/describeError.ts';

/**
 * Never throws: whatever happens ends up in the session.
 * @returns the last answer; undefined when there was none.
 */
export async function runRequest(
  request: ResolvedRequest,
  client: SoapClient,
  session: ResultSession,
  signal: AbortSignal,
): Promise<RawAnswer | undefined> {
  const requestText = prettyXml(previewEnvelope(request.body));
  session.setTexts(requestText, '');
  const records: CallRecord[] = [];
  let last: RawAnswer | undefined;
  try {
    for await (const answer of answers(request, client, signal)) {
      records.push(answer.record);
      session.addRows(
        withinLimit(rowObjects(answer.name, answer.content), request, session.table.rows.length),
      );
      session.setTexts(requestText, prettyXml(answer.text));
      session.setFacts(factsOf(request, records, session.table.rows.length));
      last = answer;
    }
    finish(session, last);
  } catch (error) {
    session.setFacts(factsOf(request, records, session.table.rows.length));
    if (isCancellation(error)) session.finish('cancelled');
    else session.finish('failed', describeError(error));
  }
  return last;
}

/** The answer to the request, and as many of the following pages as the request asks for. */
async function* answers(
  { operation, body, follow, timeout }: ResolvedRequest,
  client: SoapClient,
  signal: AbortSignal,
): AsyncGenerator<RawAnswer> {
  const options = { signal, ...(timeout === undefined ? {} : { timeout }) };
  if (follow === undefined) {
    yield await client.send(operation, body, options);
    return;
  }
  let received = 0;
  for await (const answer of client.sendPages(operation, body, options)) {
    yield answer;
    received += rowObjects(answer.name, answer.content).length;
    if (follow !== 'all' && received >= follow) return;
  }
}

function withinLimit<T>(rows: readonly T[], { follow }: ResolvedRequest, have: number): readonly T[] {
  return typeof follow === 'number' ? rows.slice(0, Math.max(0, follow - have)) : rows;
}

/** Tells success, partial failure and failure apart, whatever level of the answer says so. */
function finish(session: ResultSession, answer: RawAnswer | undefined): void {
  if (answer === undefined) return;
  const { content } = answer;
  const overall = textAt(content, 'OverallStatus') ?? 'OK';
  const results = [...objectsAt(content, 'Results'), ...objectsAt(content, 'Results.Result')];
  const failed = results.filter((result) => textAt(result, 'StatusCode') === 'Error');
  const isWhole = overall === 'OK' || overall === 'MoreDataAvailable';
  if (isWhole && failed.length === 0) {
    session.finish('done');
    return;
  }
  const status: ResultStatus = failed.length > 0 && failed.length < results.length ? 'partial' : 'failed';
  const words = failed.map((result) => textAt(result, 'StatusMessage') ?? '').filter((text) => text !== '');
  session.finish(status, {
    title:
      status === 'partial'
        ? `${String(failed.length)} of ${String(results.length)} objects failed.`
        : 'The service rejected the request.',
    advice:
      failed.length === 0
        ? 'Its own words say why.'
        : 'Its own words say why; the table says of which object.',
    serverMessage: words[0] ?? overall.replace(/^Error:\s*/, ''),
  });
}

function factsOf(request: ResolvedRequest, records: readonly CallRecord[], rows: number): ResultFact[] {
  const sum = (value: (record: CallRecord) => number): number =>
    records.reduce((total, record) => total + value(record), 0);
  const requestId = records.at(-1)?.requestId;
  const attempts = sum(({ attempt }) => attempt);
  return [
    { label: 'Method', value: request.operation },
    { label: 'Rows', value: formatNumber(rows) },
    ...(records.length > 1 ? [{ label: 'Pages', value: formatNumber(records.length) }] : []),
    { label: 'Time', value: formatDuration(sum(({ total }) => total)) },
    { label: 'First byte', value: formatDuration(records[0]?.firstByte ?? 0) },
    { label: 'Received', value: formatBytes(sum(({ responseBytes }) => responseBytes)) },
    ...(attempts > records.length ? [{ label: 'Attempts', value: formatNumber(attempts) }] : []),
    ...(requestId === undefined ? [] : [{ label: 'Request ID', value: requestId }]),
  ];
}
