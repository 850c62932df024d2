/** Mocha loads this for the tests of the window: a failure is pictured, and the shared server ends with the last test. */
import type { Context } from 'mocha';
import { stopSharedBrowser } from './browser.ts';
import { stopSharedServer } from './vscodeServer.ts';
import { pictureOpenWindows } from './workbench.ts';

export const mochaHooks = {
  async afterEach(this: Context): Promise<void> {
    const { currentTest } = this;
    if (currentTest?.state !== 'failed') return;
    await pictureOpenWindows(currentTest.fullTitle().replace(/[^\w-]+/g, '-'));
  },
  async afterAll(): Promise<void> {
    await Promise.all([stopSharedServer(), stopSharedBrowser()]);
  },
};
