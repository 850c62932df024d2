/** What the active cell holds, all of it, with what is wrong with it. */
import type { RowCell, RowsColumn, ShownRow } from '../../../../shared/rowsMessages.ts';
import { element } from '../../webview/dom.ts';

export class CellDetails {
  readonly element = element('section', { class: 'details', 'aria-label': 'Cell' });
  private readonly heading = element('h2');
  private readonly problem = element('p', { class: 'problem', role: 'status' });
  private readonly text = element('pre', { tabindex: '0', 'aria-label': 'Content of the cell' });

  constructor() {
    this.element.append(this.heading, this.problem, this.text);
    this.element.hidden = true;
  }

  show(row: ShownRow, column: RowsColumn | undefined, index: number): void {
    const problem = (column === undefined ? undefined : row.cellProblems?.[index]) ?? row.problem;
    const value = column === undefined ? null : (row.cells[index] ?? null);
    this.element.hidden = column === undefined && problem === undefined;
    this.heading.textContent =
      column === undefined ? 'Row' : `${column.name} · ${column.type}${lengthText(value)}`;
    this.say(problem);
    this.text.hidden = column === undefined;
    this.text.textContent = value ?? '';
  }

  /** Says why something was not done. */
  say(problem: string | undefined): void {
    this.problem.textContent = problem ?? '';
    this.problem.hidden = problem === undefined;
    if (problem !== undefined) this.element.hidden = false;
  }
}

function lengthText(value: RowCell): string {
  if (value === null) return ' · no value';
  return value.length < 20 ? '' : ` · ${value.length.toLocaleString()} characters`;
}
