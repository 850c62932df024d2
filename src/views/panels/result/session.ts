/** What the result panel shows of one run, from its start to its end; knows nothing of VS Code. */
import type {
  ResultCell,
  ResultError,
  ResultFact,
  ResultState,
  ResultStatus,
} from '../../../shared/resultMessages.ts';
import type { SoapObject } from '../../../soap/pure.ts';
import { TableBuilder } from '../../export/objectTable.ts';

/** Longest text that goes into the page; the whole of it opens in an editor. */
const shownLength = 200_000;

export interface ResultListener {
  stateChanged(state: ResultState): void;
  rowsAdded(from: number, rows: readonly (readonly ResultCell[])[]): void;
}

/** One run. Its texts hold no token. */
export class ResultSession {
  readonly title: string;
  readonly where: string;
  table = new TableBuilder();
  requestText = '';
  responseText = '';
  private status: ResultStatus = 'running';
  private facts: readonly ResultFact[] = [];
  private error: ResultError | undefined;
  private listener: ResultListener | undefined;

  constructor(title: string, where: string) {
    this.title = title;
    this.where = where;
  }

  /** Whoever shows the session. It is told everything at once, then every change. */
  listen(listener: ResultListener | undefined): void {
    this.listener = listener;
    listener?.stateChanged(this.state());
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

  setTexts(request: string, response: string): void {
    this.requestText = request;
    this.responseText = response;
    this.listener?.stateChanged(this.state());
  }

  setFacts(facts: readonly ResultFact[]): void {
    this.facts = facts;
    this.listener?.stateChanged(this.state());
  }

  finish(status: Exclude<ResultStatus, 'running'>, error?: ResultError): void {
    this.status = status;
    this.error = error;
    this.listener?.stateChanged(this.state());
  }

  state(): ResultState {
    const { title, where, status, facts, table, requestText, responseText, error } = this;
    return {
      title,
      where,
      status,
      facts,
      columns: [...table.columns],
      rowCount: table.rows.length,
      request: requestText.slice(0, shownLength),
      response: responseText.slice(0, shownLength),
      requestCut: requestText.length > shownLength,
      responseCut: responseText.length > shownLength,
      ...(error === undefined ? {} : { error }),
    };
  }
}
