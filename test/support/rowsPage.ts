/** The page of the rows editor by itself in a browser, with a host that the test plays: what VS Code adds is left out. */
import type { Page } from 'playwright-core';
import {
  isFromRowsPage,
  type FromRowsPage,
  type RowsState,
  type ShownRow,
  type ToRowsPage,
} from '../../src/shared/rowsMessages.ts';
import { openLonePage, postTo } from './lonePage.ts';

/** A data extension of as many rows as wanted, each cell known from its place. */
export function stateOf(shown: number, more: Partial<RowsState> = {}): RowsState {
  const column = (name: string, isPrimaryKey: boolean): RowsState['columns'][number] => ({
    name,
    type: 'Text(50)',
    kind: 'text',
    isPrimaryKey,
    isRequired: isPrimaryKey,
  });
  return {
    title: 'Customers',
    where: 'Acme · UK',
    columns: [column('Key', true), ...['First', 'Last', 'Town'].map((name) => column(name, false))],
    shown,
    loaded: shown,
    status: 'complete',
    version: 1,
    filter: { text: '', soap: '' },
    isReadOnly: false,
    canStop: false,
    changes: { changed: 0, added: 0, deleted: 0, invalid: 0, failed: 0 },
    ...more,
  };
}

export function rowAt(place: number): ShownRow {
  const number = String(place).padStart(7, '0');
  return { id: `id ${number}`, cells: [`K${number}`, `First ${number}`, `Last ${number}`, `Town ${number}`] };
}

export class RowsPage {
  readonly page: Page;
  /** All that the page has said, in order. */
  readonly said: FromRowsPage[] = [];
  /** Rows are not sent while this is true, as when the service is slow. */
  isSlow = false;
  rowAt = rowAt;
  private state: RowsState;
  private readonly waiting: Extract<FromRowsPage, { kind: 'need' }>[] = [];

  private constructor(page: Page, state: RowsState) {
    this.page = page;
    this.state = state;
  }

  static open(state: RowsState): Promise<RowsPage> {
    return openLonePage('rows', (page) => new RowsPage(page, state));
  }

  /** Tells the page of a new state, as the host does after anything has happened. */
  async show(more: Partial<RowsState>): Promise<void> {
    this.state = { ...this.state, ...more };
    await this.post({ kind: 'state', state: this.state });
  }

  /** Sends the rows that were asked for while the host was slow. */
  async catchUp(): Promise<void> {
    this.isSlow = false;
    for (const need of this.waiting.splice(0)) await this.sendRows(need);
  }

  async post(message: ToRowsPage): Promise<void> {
    await postTo(this.page, message);
  }

  /** Scrolls as with the wheel, so that a row is the first one in sight. */
  async scrollTo(row: number): Promise<void> {
    await this.page.locator('.slick-row').first().hover();
    await this.page.mouse.wheel(0, row * 24);
  }

  /** Waits until the page has been drawn so many times. */
  async frames(count: number): Promise<void> {
    const script = `new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))`;
    for (let frame = 0; frame < count; frame += 1) await this.page.evaluate(script);
  }

  /** What the page has said of one kind. */
  all<Kind extends FromRowsPage['kind']>(kind: Kind): Extract<FromRowsPage, { readonly kind: Kind }>[] {
    return this.said.filter((message) => message.kind === kind) as Extract<
      FromRowsPage,
      { readonly kind: Kind }
    >[];
  }

  async dispose(): Promise<void> {
    await this.page.context().close();
  }

  /** What the page says. */
  async hear(message: unknown): Promise<void> {
    if (!isFromRowsPage(message)) throw new Error(`Not a message of the page: ${JSON.stringify(message)}`);
    this.said.push(message);
    if (message.kind === 'ready') await this.show({});
    if (message.kind !== 'need') return;
    if (this.isSlow) this.waiting.push(message);
    else await this.sendRows(message);
  }

  private async sendRows({ from, to }: Extract<FromRowsPage, { kind: 'need' }>): Promise<void> {
    const count = Math.max(0, Math.min(to, this.state.shown) - from);
    const rows = Array.from({ length: count }, (_row, index) => this.rowAt(from + index));
    await this.post({ kind: 'rows', version: this.state.version, from, rows });
  }
}
