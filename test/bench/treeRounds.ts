/** The bench of the tree: the large sandbox org in a process of its own, and others that look at it, one after another. */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TreeMeasurement } from './tree.ts';

const folder = fileURLToPath(new URL('../../out/bench/', import.meta.url));

/** The large sandbox org in a process of its own, and another that looks at its tree. */
async function measureTree(rounds: number): Promise<readonly TreeMeasurement[]> {
  const cli = fileURLToPath(new URL('../../src/sandbox/cli.ts', import.meta.url));
  const org = spawn(
    process.execPath,
    ['--import=tsx', cli, '--json', '--stop-with-parent', '--seed', 'large'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  try {
    for await (const line of createInterface({ input: org.stdout })) {
      const { address } = JSON.parse(line) as { address: string };
      const args = ['--expose-gc', `${folder}tree.mjs`, address];
      return Array.from({ length: rounds }, () => {
        const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
        if (status !== 0) throw new Error(stderr);
        return JSON.parse(stdout) as TreeMeasurement;
      });
    }
    throw new Error('The sandbox org of the bench did not start.');
  } finally {
    org.kill();
  }
}

/** @param rounds whose medians are shown @throws Error when more was asked for than was needed */
export async function printTree(rounds: number): Promise<void> {
  const measured = await measureTree(rounds);
  const deeds = measured[0]?.deeds ?? [];
  console.log('\nTree of 45,000 data extensions in 2,000 folders, our own time\n');
  const rows = [
    ['what', 'ms', 'aim', 'requests', 'needed', 'nodes'],
    ['--', '--', '--', '--', '--', '--'],
    ...deeds.map(({ deed, requests, needed, nodes }, index) => {
      const time = median(measured.map((one) => one.deeds[index]?.time ?? Number.NaN));
      return [deed, time.toFixed(0), '≤ 150', ...[requests, needed, nodes].map(String)];
    }),
  ];
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  const growth = median(measured.map((one) => one.growth));
  console.log(`\nMemory after all of it once more: ${growth.toFixed(1)} MB more.`);
  const wasted = measured.flatMap((one) => one.deeds).find(({ requests, needed }) => requests !== needed);
  if (wasted !== undefined) throw new Error(`${wasted.deed}: ${String(wasted.requests)} requests.`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
