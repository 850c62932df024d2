/** One measurement in a process of its own: `measure.mjs <scenario> <contender> <address>` prints one line of JSON. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { contenders } from './contenders/index.ts';
import type { Contender, RetrievedTable } from './contender.ts';
import { cellText, tables, type TableShape } from './rows.ts';
import { isScenario, scenarios, type CreateScenario } from './scenarios.ts';
import { callSize, subscribers } from './subscribers.ts';

/** Figures of one run; times in milliseconds, memory in megabytes. */
export interface Measurement {
  readonly perSecond: number;
  readonly peakMemory: number;
  /** Processor time of the process, its start left out. */
  readonly cpu: number;
  readonly warmBlock: number;
  readonly longestBlock: number;
  /** Cells that differ from what was sent, and those of them that are not there at all; undefined when not looked at. */
  readonly notExact?: number;
  readonly lost?: number;
}

async function measureRetrieve(
  contender: Contender,
  address: string,
  table: TableShape,
): Promise<Measurement> {
  const blocks = new BlockMonitor();
  const begun = process.cpuUsage();
  const start = performance.now();
  const retrieved = await contender.retrieve(address, table, () => blocks.halfway());
  const time = performance.now() - start;
  const cpu = processorTime(begun);
  const figures = {
    perSecond: (table.rowCount / time) * 1000,
    peakMemory: peakMemory(),
    cpu,
    ...blocks.end(),
  };
  return retrieved === undefined ? figures : { ...figures, ...compare(table, retrieved) };
}

async function measureCreate(
  contender: Contender,
  address: string,
  { objectCount, attributeCount }: CreateScenario,
): Promise<Measurement> {
  const create = contender.create?.bind(contender);
  if (create === undefined) throw new Error(`${contender.name} does not create.`);
  const objects = subscribers(objectCount, attributeCount);
  // As in an editor's host or a service, which have done so before: what is measured is not the compiler.
  for (let pass = 0; pass < 3; pass += 1) await create(address, objects);
  const blocks = new BlockMonitor();
  const begun = process.cpuUsage();
  const start = performance.now();
  const ids = await create(address, objects);
  const time = performance.now() - start;
  const cpu = processorTime(begun);
  // The service numbers the objects of each call from 1.
  const expected = (objectCount * (callSize + 1)) / 2;
  if (ids !== undefined && ids !== expected) throw new Error(`${contender.name} read IDs of ${String(ids)}.`);
  return { perSecond: (objectCount / time) * 1000, peakMemory: peakMemory(), cpu, ...blocks.end() };
}

/** So many times over, since the bench's server has so many rows only. */
const times = 10;

async function measureExport(contender: Contender, address: string): Promise<Measurement> {
  const stream = contender.stream?.bind(contender);
  if (stream === undefined) throw new Error(`${contender.name} does not stream.`);
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const file = createWriteStream(join(folder, 'rows.csv'));
  const blocks = new BlockMonitor();
  const begun = process.cpuUsage();
  const start = performance.now();
  const breathe = async (): Promise<void> => {
    if (file.writableNeedDrain) await once(file, 'drain');
  };
  const { narrow } = tables;
  for (let time = 0; time < times; time += 1) {
    await stream(address, narrow, (cells) => void file.write(csvLine(cells)), breathe);
    if (time === times / 2) blocks.halfway();
  }
  await new Promise((resolve) => file.end(resolve));
  const perSecond = (times * narrow.rowCount) / ((performance.now() - start) / 1000);
  const figures = { perSecond, peakMemory: peakMemory(), cpu: processorTime(begun), ...blocks.end() };
  await rm(folder, { recursive: true });
  return figures;
}

function csvLine(cells: readonly (string | undefined)[]): string {
  return `${cells.map((cell = '') => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

/** The longest time in which nothing else could run: over the whole run, and over its second half. */
class BlockMonitor {
  private readonly histogram = monitorEventLoopDelay({ resolution: 1 });
  private firstHalf = 0;

  constructor() {
    this.histogram.enable();
  }

  halfway(): void {
    this.firstHalf = this.longest();
    this.histogram.reset();
  }

  end(): { warmBlock: number; longestBlock: number } {
    this.histogram.disable();
    const warmBlock = this.longest();
    return { warmBlock, longestBlock: Math.max(warmBlock, this.firstHalf) };
  }

  /** The monitor's own interval is no delay. */
  private longest(): number {
    return Math.max(0, this.histogram.max / 1e6 - 1);
  }
}

function processorTime(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024;
}

function compare(shape: TableShape, table: RetrievedTable): { notExact: number; lost: number } {
  let notExact = 0;
  let lost = 0;
  for (let row = 0; row < shape.rowCount; row += 1) {
    for (let column = 0; column < shape.columns.length; column += 1) {
      const cell = table.cell(row, column);
      const expected = cellText(shape, row, column);
      if (cell === expected) continue;
      notExact += 1;
      // Blank cells that are not kept are no loss of anything.
      if ((cell === undefined || cell === '') && expected !== '') lost += 1;
    }
  }
  return { notExact, lost };
}

const [wanted = '', name, server = ''] = process.argv.slice(2);
const contender = contenders.find((candidate) => candidate.name === name);
if (contender === undefined) throw new Error(`There is no contender ${String(name)}.`);
if (!isScenario(wanted)) throw new Error(`There is no scenario ${wanted}.`);
const scenario = scenarios[wanted];
const address = `${server}${scenario.variant}/`;
const measures = {
  retrieve: () =>
    measureRetrieve(contender, address, tables[scenario.variant === 'wide' ? 'wide' : 'narrow']),
  export: () => measureExport(contender, address),
  create: () => measureCreate(contender, address, scenario as CreateScenario),
};
console.log(JSON.stringify(await measures[scenario.does]()));
