/** The menu of a node of the side bar, by the mouse or by the keyboard. */
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/**
 * Chooses an entry of a node's menu, found by its label.
 * @param submenu label of the entry that opens the menu with the one that is wanted
 */
export async function chooseInMenu(
  workbench: Workbench,
  node: Locator,
  entry: string,
  submenu?: string,
): Promise<void> {
  const { page } = workbench;
  await node.click({ button: 'right' });
  // A menu takes clicks only some time after it has opened, and keys at once.
  const press = async (label: string, key: string): Promise<void> => {
    await page.getByRole('menuitem', { name: label, exact: true }).hover();
    await page.keyboard.press(key);
  };
  if (submenu !== undefined) await press(submenu, 'ArrowRight');
  await press(entry, 'Enter');
}
