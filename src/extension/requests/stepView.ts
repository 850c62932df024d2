/** Puts what happens to one step of a run into a session of the result panel, in words for a person. */
import { prettyXml } from '../../language/index.ts';
import type { StepAnswer, StepOutcome, StepStart } from '../../runs/index.ts';
import { previewEnvelope, type CallRecord, type RequestProgress, type SoapObject } from '../../soap/index.ts';
import type { ResultFact, ResultStatus } from '../../shared/resultMessages.ts';
import {
  formatBytes,
  formatDuration,
  formatNumber,
  LongXml,
  noXml,
  ResultSession,
  rowObjects,
} from '../../views/index.ts';
import { directivesOf } from '../history/runDirectives.ts';
import type { RunRecord } from '../history/runRecord.ts';
import { explainFailure } from './explainFailure.ts';

const statuses = {
  passed: 'done',
  partial: 'partial',
  failed: 'failed',
  cancelled: 'cancelled',
} as const satisfies Record<StepOutcome['status'], ResultStatus>;

export class StepView {
  readonly session: ResultSession;
  private readonly start: StepStart;
  private readonly records: CallRecord[] = [];
  private readonly requests: string[] = [];
  private progress: RequestProgress | undefined;
  /** What became of the objects of the calls that were queued. */
  private readonly finished: SoapObject[] = [];

  constructor(start: StepStart) {
    this.start = start;
    this.session = new ResultSession(start.request.title, start.account.label);
    this.session.setTexts(xmlOf([previewEnvelope(start.request.body)]), noXml);
  }

  answered(answer: StepAnswer): void {
    const { follow, body } = this.start.request;
    const rows = rowObjects(answer.name, answer.content);
    const room = typeof follow === 'number' ? follow - this.session.table.rows.length : rows.length;
    this.session.addRows(rows.slice(0, Math.max(0, room)));
    this.records.push(answer.record);
    // Each call of a write has its own request; the pages of a retrieve have but one.
    if ('body' in answer || this.requests.length === 0)
      this.requests.push(previewEnvelope('body' in answer ? answer.body : body));
    this.session.answers.push(answer.text);
    if (this.session.answers.length === 1) this.showTexts();
    this.session.setFacts(this.facts(this.records));
  }

  queued(progress: RequestProgress): void {
    this.progress = progress;
    if (progress.done) {
      this.finished.push(...progress.results.map(rowOf));
      // What came at once says only that each of them is queued.
      this.session.replaceRows(this.finished);
    }
    this.session.setFacts(this.facts(this.records));
  }

  ended(outcome: StepOutcome): void {
    if (this.session.answers.length > 1) this.showTexts();
    this.session.setFacts([...this.facts(outcome.records), ...assertionFact(outcome), ...savedFact(outcome)]);
    this.session.finish(
      statuses[outcome.status],
      outcome.failure && explainFailure(outcome.failure, outcome),
    );
  }

  /** What the history keeps of the step; undefined for one that was not sent. */
  record(outcome: StepOutcome): Omit<RunRecord, 'id'> | undefined {
    if (outcome.start === undefined) return undefined;
    const { request, account } = outcome.start;
    const error = outcome.failure && explainFailure(outcome.failure, outcome);
    const requestId = outcome.records.at(-1)?.requestId;
    return {
      at: Date.now(),
      title: request.title,
      operation: request.operation,
      where: account.label,
      connection: account.name,
      mid: account.mid,
      status: outcome.status,
      duration: outcome.duration,
      rows: this.session.table.rows.length,
      body: request.body,
      directives: directivesOf(request),
      response: keptOf(this.session.response),
      ...(error === undefined ? {} : { reason: error.serverMessage ?? error.title }),
      ...(requestId === undefined ? {} : { requestId }),
    };
  }

  private showTexts(): void {
    this.session.setTexts(xmlOf(this.requests), xmlOf([...this.session.answers]));
  }

  private facts(records: readonly CallRecord[]): ResultFact[] {
    const answered = records.filter(({ outcome }) => outcome === 'ok');
    const [first] = answered;
    const sum = (value: (record: CallRecord) => number): number =>
      records.reduce((total, record) => total + value(record), 0);
    const { request, misgivings } = this.start;
    const { operation } = request;
    return [
      ...misgivings.map((value) => ({ label: 'Warning', value })),
      { label: 'Method', value: operation },
      { label: 'Rows', value: formatNumber(this.session.table.rows.length) },
      ...(answered.length > 1 ? [{ label: 'Calls', value: formatNumber(answered.length) }] : []),
      { label: 'Time', value: formatDuration(sum(({ total }) => total)) },
      ...phasesOf(first),
      { label: 'Sent', value: formatBytes(sum(({ requestBytes }) => requestBytes)) },
      { label: 'Received', value: formatBytes(sum(({ responseBytes }) => responseBytes)) },
      ...(records.length > answered.length
        ? [{ label: 'Attempts', value: formatNumber(records.length) }]
        : []),
      ...optional('Request ID', records.at(-1)?.requestId),
      ...optional('Correlation ID', records.at(-1)?.correlationId),
      ...optional('Queue', this.progress?.serviceStatus),
    ];
  }
}

function xmlOf(xmls: readonly string[]): LongXml {
  return new LongXml(xmls, prettyXml);
}

/** What the history keeps of a text. */
function keptOf({ beginning, isCut }: LongXml): string {
  return isCut ? `${beginning}\n<!-- The rest was not kept. -->` : beginning;
}

/** What became of an object, as the service names it. */
function rowOf({ ordinal, statusCode, message, errorCode }: RequestProgress['results'][number]): SoapObject {
  return {
    StatusCode: statusCode,
    StatusMessage: message,
    OrdinalID: ordinal,
    ...(errorCode === undefined ? {} : { ErrorCode: errorCode }),
  };
}

/** The phases of the first answered call, where they took any time. */
function phasesOf(record: CallRecord | undefined): ResultFact[] {
  if (record === undefined) return [];
  const { queued, connect = 0, firstByte = 0, parse = 0 } = record;
  const phases = [
    ['Queued', queued],
    ['Connect', connect],
    ['First byte', firstByte],
    ['Read', parse],
  ] as const;
  return phases
    .filter(([, time]) => time >= 1)
    .map(([label, time]) => ({ label, value: formatDuration(time) }));
}

function optional(label: string, value: string | undefined): ResultFact[] {
  return value === undefined || value === '' ? [] : [{ label, value }];
}

function assertionFact({ assertions }: StepOutcome): ResultFact[] {
  if (assertions.length === 0) return [];
  const passed = assertions.filter((assertion) => assertion.passed).length;
  return [
    { label: 'Assertions', value: `${formatNumber(passed)} of ${formatNumber(assertions.length)} hold` },
  ];
}

function savedFact({ saved }: StepOutcome): ResultFact[] {
  return optional('Saved to', saved);
}
