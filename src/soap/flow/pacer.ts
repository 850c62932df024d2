/** Keeps long work from stopping everything else in its process. */

/** How long work may go on before others get their turn, in milliseconds. */
const turn = 2;

let turnBegan = performance.now();
const waiting: (() => void)[] = [];

/**
 * Call this before each small piece of work. It waits for another turn of the event loop when this one has been used
 * up, by whomever: however many answers are being read at once, together they take no more than one does.
 * @returns undefined when there is time left, so that nobody waits for nothing.
 */
export function breathe(): Promise<void> | undefined {
  if (waiting.length === 0 && performance.now() - turnBegan < turn) return undefined;
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(nextTurn);
  });
}

/** One of those who wait goes on in each turn. */
function nextTurn(): void {
  turnBegan = performance.now();
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(nextTurn);
}

/** Does a piece of work for each item, in order, and lets others have their turns meanwhile. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Result,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  let index = 0;
  for (const item of items) {
    // Nothing to wait for most of the time, and then nobody waits.
    const turn = breathe();
    if (turn !== undefined) await turn;
    results[index] = work(item, index);
    index += 1;
  }
  return results;
}
