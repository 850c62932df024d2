/** A window that works with a sandbox org, as most tests of the window need it. */
import type { Sandbox } from '../../src/sandbox/index.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

/** Opens a window that connects to the org by itself, with our side bar open, and waits until it is connected. */
export async function openConnected(
  sandbox: Sandbox,
  { workspace, settings }: WorkbenchOptions = {},
): Promise<Workbench> {
  const workbench = await openWorkbench({
    ...(workspace === undefined ? {} : { workspace }),
    settings: {
      'marketingCloud.sandbox.address': sandbox.address,
      'marketingCloud.startWith': 'sandbox',
      ...settings,
    },
  });
  await workbench.openViewContainer('Marketing Cloud');
  const [enterprise] = sandbox.connection.businessUnits;
  await workbench.statusBarItem(`Sandbox · ${enterprise?.name ?? ''}`).waitFor();
  return workbench;
}
