/** The library's grid, but for one thing: drawing does not end editing. */
import { SlickGrid } from 'slickgrid';

export class EditingGrid<Row> extends SlickGrid<Row> {
  private isDrawing = false;

  /**
   * Takes a new number of rows, or a new size, which the library does too. It throws away what is being typed then;
   * here it stays, and is kept as typed when its place is no longer there.
   */
  override updateRowCount(): void {
    if (this.activeRow >= this.getDataLength()) this.commitTyped();
    this.isDrawing = true;
    try {
      super.updateRowCount();
    } finally {
      this.isDrawing = false;
    }
  }

  /** Ends editing, if any is under way, and keeps what was typed. */
  commitTyped(): void {
    if (this.currentEditor !== null) this.getEditorLock().commitCurrentEdit();
  }

  protected override makeActiveCellNormal(refocus?: boolean): void {
    if (!this.isDrawing) super.makeActiveCellNormal(refocus);
  }
}
