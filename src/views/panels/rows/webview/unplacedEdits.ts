/** What was typed into places whose rows had not come yet, until they do. */
import type { RowsState } from '../../../../shared/rowsMessages.ts';

interface UnplacedEdit {
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

/** What decides which row is at which place. */
type Arrangement = Pick<RowsState, 'shown' | 'sort' | 'filter'>;

export class UnplacedEdits {
  private edits: UnplacedEdit[] = [];
  private arrangement = '';

  add(edit: UnplacedEdit): void {
    this.edits.push(edit);
  }

  /** Takes out what was typed into these rows. */
  take(from: number, count: number): readonly UnplacedEdit[] {
    const isIn = ({ row }: UnplacedEdit): boolean => row >= from && row < from + count;
    const taken = this.edits.filter(isIn);
    this.edits = this.edits.filter((edit) => !isIn(edit));
    return taken;
  }

  /** Takes out what can go nowhere any more, as other rows are shown at its place. */
  rearranged({ shown, sort, filter }: Arrangement): readonly UnplacedEdit[] {
    const arrangement = JSON.stringify([sort, filter.text]);
    const isSame = arrangement === this.arrangement;
    this.arrangement = arrangement;
    return isSame ? this.take(shown, Infinity) : this.edits.splice(0);
  }
}
