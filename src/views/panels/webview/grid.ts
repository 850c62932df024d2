/** What every grid of the pages needs beside the library. */

/** The grid's own roles leave out the layers between grid and rows, which are not to be stopped at by Tab either. */
export function giveGridRoles(container: HTMLElement): void {
  for (const pane of container.querySelectorAll(
    '.slick-pane, .slick-header, .slick-viewport, .grid-canvas',
  )) {
    pane.setAttribute('role', pane.matches('.slick-header, .grid-canvas') ? 'rowgroup' : 'presentation');
    pane.removeAttribute('tabindex');
  }
}
