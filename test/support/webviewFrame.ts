/** Finds the page inside a webview, which VS Code puts into a frame within a frame. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Frame, Page } from 'playwright-core';

/** How long to look for it, in milliseconds, and how often. */
const limit = 30_000;
const interval = 100;

/**
 * The inner frame, once it is shown. VS Code gives it the webview's title.
 * @throws {Error} naming the titles there are, when none fits in time
 */
export async function findWebview(page: Page, title = ''): Promise<Frame> {
  const end = Date.now() + limit;
  let titles: string[] = [];
  while (Date.now() < end) {
    const shown = await shownFrames(page);
    const match = shown.find((candidate) => candidate.title.includes(title));
    if (match !== undefined) return match.frame;
    titles = shown.map((candidate) => candidate.title);
    await delay(interval);
  }
  throw new Error(`No webview is titled "${title}"; there are: ${titles.join(', ') || 'none'}.`);
}

interface ShownFrame {
  readonly frame: Frame;
  readonly title: string;
}

async function shownFrames(page: Page): Promise<ShownFrame[]> {
  const frames = await Promise.all(page.frames().map(shownFrame));
  return frames.filter((frame) => frame !== undefined);
}

async function shownFrame(frame: Frame): Promise<ShownFrame | undefined> {
  if (frame.parentFrame() === null) return undefined;
  try {
    const element = await frame.frameElement();
    // A page that is loading is called `pending-frame` and renamed once it is complete.
    if ((await element.getAttribute('id')) !== 'active-frame' || !(await element.isVisible()))
      return undefined;
    return { frame, title: (await element.getAttribute('title')) ?? '' };
  } catch {
    // The frame went away while it was looked at.
    return undefined;
  }
}
