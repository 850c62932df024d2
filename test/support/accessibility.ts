/** Has axe look at a page for what keeps people from using it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, a line each; empty when all is well. */
export async function accessibilityProblems(frame: Frame): Promise<string[]> {
  // The page's own policy lets no script in; what the browser's debugger evaluates is not held by it.
  await frame.evaluate(await source);
  const violations = await frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: Violation[] }> };
    };
    const { violations: found } = await axe.run({ resultTypes: ['violations'] });
    return found.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => ({ html })) }));
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
}

/** The grid takes the keyboard through two elements of no size beside its rows, which axe counts as children that are no rows. */
export function isOurs(problem: string): boolean {
  return !/^aria-required-children: .* class="grid slickgrid/.test(problem);
}
