/** What the result panel shows of one run, from its start to its end; knows nothing of VS Code. */
import type {
  ResultCell,
  ResultError,
  ResultFact,
  ResultState,
  ResultStatus,
  ResultTexts,
} from '../../../shared/resultMessages.ts';
import type { SoapObject } from '../../../soap/pure.ts';
import { TableBuilder } from '../../export/objectTable.ts';
import { noXml, type LongXml } from './longXml.ts';

let sessions = 0;

function nextId(): number {
  sessions += 1;
  return sessions;
}

export interface ResultListener {
  stateChanged(state: ResultState): void;
  textsChanged(texts: ResultTexts): void;
  rowsAdded(from: number, rows: readonly (readonly ResultCell[])[]): void;
}

/** One run. Its texts hold no token. */
export class ResultSession {
  readonly title: string;
  readonly where: string;
  table = new TableBuilder();
  request = noXml;
  response = noXml;
  /** Envelopes as they came. */
  readonly answers: string[] = [];
  private readonly id = nextId();
  private current: ResultStatus = 'running';
  private facts: readonly ResultFact[] = [];
  private error: ResultError | undefined;
  private listener: ResultListener | undefined;

  constructor(title: string, where: string) {
    this.title = title;
    this.where = where;
  }

  get status(): ResultStatus {
    return this.current;
  }

  /** Whoever shows the session. It is told everything at once, then every change. */
  listen(listener: ResultListener | undefined): void {
    this.listener = listener;
    listener?.stateChanged(this.state());
    listener?.textsChanged(this.texts());
    listener?.rowsAdded(0, this.table.rows);
  }

  addRows(objects: readonly SoapObject[]): void {
    const from = this.table.add(objects);
    this.listener?.stateChanged(this.state());
    this.listener?.rowsAdded(from, this.table.rows.slice(from));
  }

  /** Shows other rows instead of those that there are. */
  replaceRows(objects: readonly SoapObject[]): void {
    this.table = new TableBuilder();
    this.addRows(objects);
  }

  setTexts(request: LongXml, response: LongXml): void {
    this.request = request;
    this.response = response;
    this.listener?.textsChanged(this.texts());
  }

  setFacts(facts: readonly ResultFact[]): void {
    this.facts = facts;
    this.listener?.stateChanged(this.state());
  }

  finish(status: Exclude<ResultStatus, 'running'>, error?: ResultError): void {
    this.current = status;
    this.error = error;
    this.listener?.stateChanged(this.state());
  }

  state(): ResultState {
    const { id, title, where, status, facts, table, answers, error } = this;
    return {
      session: id,
      title,
      where,
      status,
      facts,
      columns: [...table.columns],
      rowCount: table.rows.length,
      answerCount: answers.length,
      ...(error === undefined ? {} : { error }),
    };
  }

  private texts(): ResultTexts {
    const { request, response } = this;
    return {
      request: request.beginning,
      response: response.beginning,
      requestCut: request.isCut,
      responseCut: response.isCut,
    };
  }
}
