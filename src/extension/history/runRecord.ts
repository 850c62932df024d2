/** One run of a request as it is remembered: without secrets, and no longer than needed to recognise and repeat it. */
import { redact } from '../../soap/pure.ts';

export interface RunRecord {
  /** Sorts by time. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly title: string;
  readonly operation: string;
  /** Connection and business unit for a person. */
  readonly where: string;
  readonly connection: string;
  readonly mid: number;
  readonly status: 'passed' | 'partial' | 'failed' | 'cancelled';
  /** Milliseconds. */
  readonly duration: number;
  readonly rows: number;
  /** Why it did not pass. */
  readonly reason?: string;
  readonly requestId?: string;
  /** The message as it was sent. */
  readonly body: string;
  /** Lines such as `# @mode async`, without which it would not be sent again in the same way. */
  readonly directives?: readonly string[];
  /** Pretty answer, cut when it is long. */
  readonly response: string;
}

/** Longest text of a record, in characters. */
const longest = 200_000;

const cutNote = '<!-- The rest was not kept. -->';

/** The record without tokens and passwords, its texts cut to a length that can be kept. */
export function keepable(record: Omit<RunRecord, 'id'>, id: string): RunRecord {
  const { title, reason, body, response, directives = [] } = record;
  return {
    ...record,
    id,
    title: redact(title),
    body: cut(redact(body)),
    directives: directives.map((line) => redact(line)),
    response: cut(redact(response)),
    ...(reason === undefined ? {} : { reason: redact(reason) }),
  };
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}\n${cutNote}`;
}

/** True when the record holds all of the message, so that it can be sent again as it stands. */
export function isWhole({ body }: RunRecord): boolean {
  return !body.includes('•••') && !body.endsWith(cutNote);
}

/** Reads a record that was kept; undefined for anything else. */
export function readRecord(text: string): RunRecord | undefined {
  try {
    const value = JSON.parse(text) as Partial<RunRecord> | null;
    const isRecord =
      typeof value?.id === 'string' &&
      typeof value.at === 'number' &&
      typeof value.title === 'string' &&
      typeof value.operation === 'string' &&
      typeof value.body === 'string' &&
      typeof value.response === 'string';
    return isRecord ? (value as RunRecord) : undefined;
  } catch {
    return undefined;
  }
}
