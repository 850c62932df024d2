/** Waits for a condition that something outside the test brings about. */
import { setTimeout as sleep } from 'node:timers/promises';

const interval = 10;

/** @throws Error when the condition does not hold within so many milliseconds. */
export async function until(condition: () => boolean, patience = 5000): Promise<void> {
  const end = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`This did not come about: ${condition.toString()}`);
    await sleep(interval);
  }
}
