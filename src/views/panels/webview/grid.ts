/** What every grid of the pages needs beside the library. */

/**
 * The grid's own roles leave out the layers between grid and rows, which are not to be stopped at by Tab either. What is
 * to the right of columns that stay in sight belongs to the rows on the left.
 */
export function giveGridRoles(container: HTMLElement): void {
  for (const pane of container.querySelectorAll(
    '.slick-pane, .slick-header, .slick-viewport, .grid-canvas',
  )) {
    const isGroup = pane.matches('.slick-header-left, .grid-canvas-left');
    pane.setAttribute('role', isGroup ? 'rowgroup' : 'presentation');
    pane.removeAttribute('tabindex');
  }
}
