/** The window shows the extension's place in the activity bar, and there a way to begin. */
import assert from 'node:assert/strict';
import { readManifest } from '../support/manifest.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

interface Manifest {
  readonly contributes: {
    readonly viewsContainers: { readonly activitybar: readonly { readonly title: string }[] };
    readonly viewsWelcome: readonly { readonly contents: string }[];
  };
}

describe('the Marketing Cloud view container', () => {
  let workbench: Workbench;
  let manifest: Manifest;

  before(async () => {
    manifest = readManifest() as Manifest;
    workbench = await openWorkbench();
  });
  after(() => workbench.dispose());

  it('opens, and welcomes with what can be done first', async () => {
    const { viewsContainers, viewsWelcome } = manifest.contributes;
    const [container] = viewsContainers.activitybar;
    assert.ok(container !== undefined, 'The manifest has no view container.');
    await workbench.openViewContainer(container.title);
    const offered = viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/\[([^\]]+)\]\(command:/g)].map((match) => match[1] ?? ''),
    );
    const buttons = offered.map((name) => workbench.page.getByRole('button', { name, exact: true }));
    const [first, ...others] = buttons;
    assert.ok(first !== undefined, 'The manifest welcomes with nothing to press.');
    await others
      .reduce((any, button) => any.or(button), first)
      .first()
      .waitFor();
    await workbench.screenshot('welcome');
  });

  it('leads a newcomer through the first steps', async () => {
    const { page } = workbench;
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.quickInput.pick('Get Started with Marketing Cloud SOAP');
    await page.getByRole('button', { name: /Watch a send/ }).click();
    await page.getByRole('button', { name: 'Watch a Send…' }).waitFor();
    await workbench.screenshot('walkthrough');
  });
});
