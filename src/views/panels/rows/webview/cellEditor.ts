/** Edits a cell in place: a box for any text, a choice for true and false. */
import type { Editor, EditorConstructor } from 'slickgrid';
import type { RowCell, RowsColumn, ShownRow } from '../../../../shared/rowsMessages.ts';
import { element } from '../../webview/dom.ts';

/** Text from which on the box has room for more than a line. */
const longText = 60;

/** The cell that is being edited: its row by what it is, since rows move and are loaded anew meanwhile. */
export interface EditedPlace {
  readonly id: ShownRow['id'];
  readonly row: number;
  readonly column: number;
}

/** What the page does with a cell that was changed; the grid itself keeps nothing. */
export type CellChanged = (place: EditedPlace, value: RowCell) => void;

/** What is needed of the library's arguments. */
interface EditorPlace {
  readonly container: HTMLElement;
  readonly grid: { getActiveCell(): { readonly row: number } | null };
}

/** An editor that may have been opened before its row came. */
export interface PlacedEditor extends Editor {
  /** Undefined until the row has come. */
  readonly rowId: ShownRow['id'] | undefined;
  /** The row has come: what was typed meanwhile stays. */
  adopt(item: ShownRow): void;
  /** Begins a new content with a key that was pressed. */
  begin(key: string): void;
}

/** Makes the editor for a column. */
export function cellEditor(column: RowsColumn, index: number, changed: CellChanged): EditorConstructor {
  return class CellEditor implements PlacedEditor {
    private readonly input: HTMLTextAreaElement | HTMLSelectElement;
    private before = '';
    private id: ShownRow['id'] = '';
    private readonly row: number;

    constructor(args: EditorPlace) {
      this.row = args.grid.getActiveCell()?.row ?? 0;
      this.input =
        column.kind === 'boolean' ? choice() : element('textarea', { rows: '1', spellcheck: 'false' });
      this.input.className = 'cell-editor';
      this.input.setAttribute('aria-label', `${column.name}, ${column.type}`);
      this.input.addEventListener('keydown', (event) => this.keep(event as KeyboardEvent));
      args.container.replaceChildren(this.input);
      this.input.focus();
    }

    init(): void {
      // Everything is made by the constructor.
    }

    destroy(): void {
      this.input.remove();
    }

    focus(): void {
      this.input.focus();
    }

    loadValue(item: ShownRow): void {
      this.id = item.id;
      this.before = item.cells[index] ?? '';
      this.input.value = column.kind === 'boolean' ? capitalised(this.before) : this.before;
      if (this.input instanceof HTMLTextAreaElement) {
        this.input.classList.toggle('long', this.before.length > longText || this.before.includes('\n'));
        this.input.select();
      }
    }

    get rowId(): ShownRow['id'] | undefined {
      return this.id === '' ? undefined : this.id;
    }

    adopt(item: ShownRow): void {
      if (this.input.value === '') this.loadValue(item);
      this.id = item.id;
      this.before = item.cells[index] ?? '';
    }

    begin(key: string): void {
      if (this.input instanceof HTMLTextAreaElement) this.input.value = key;
      else this.input.value = choices.find((one) => isBegunBy(one, key)) ?? this.input.value;
    }

    serializeValue(): string {
      return this.input.value;
    }

    isValueChanged(): boolean {
      return this.input.value !== (column.kind === 'boolean' ? capitalised(this.before) : this.before);
    }

    applyValue(_item: ShownRow, value: unknown): void {
      changed({ id: this.id, row: this.row, column: index }, String(value));
    }

    /** What is wrong is said when it is in the cell: nothing that was typed is refused. */
    validate(): { valid: boolean; msg: null } {
      return { valid: true, msg: null };
    }

    /** Keys that move the cursor in the text are not for the grid; Shift+Enter begins a new line. */
    private keep(event: KeyboardEvent): void {
      const isLong = this.input.classList.contains('long');
      const sideways = ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key);
      const upDown = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].includes(event.key);
      const newLine = event.key === 'Enter' && event.shiftKey;
      if (sideways || newLine || (upDown && (isLong || column.kind === 'boolean'))) event.stopPropagation();
      if (newLine) this.input.classList.add('long');
    }
  };
}

const choices = ['', 'True', 'False'];

function isBegunBy(text: string, key: string): boolean {
  return text.toLowerCase().startsWith(key.toLowerCase());
}

function choice(): HTMLSelectElement {
  const options = choices.map((value) => element('option', { value }, value === '' ? '(empty)' : value));
  return element('select', {}, ...options);
}

function capitalised(text: string): string {
  return text === '' ? '' : text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}
