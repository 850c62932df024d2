/** One measurement in a process of its own: `measure.ts <scenario> <contender> <address>` prints one line of JSON. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { contenders } from './contenders/index.ts';
import type { Contender, RetrievedTable } from './contender.ts';
import { cellText, columns, rowCount } from './rows.ts';

const objectCount = 5000;

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

async function measureRetrieve(contender: Contender, address: string): Promise<Measurement> {
  const blocks = new BlockMonitor();
  const begun = process.cpuUsage();
  const start = performance.now();
  const table = await contender.retrieve(address, () => blocks.halfway());
  const time = performance.now() - start;
  const cpu = processorTime(begun);
  const figures = { perSecond: (rowCount / time) * 1000, peakMemory: peakMemory(), cpu, ...blocks.end() };
  return table === undefined ? figures : { ...figures, ...compare(table) };
}

async function measureCreate(contender: Contender, address: string): Promise<Measurement> {
  const create = contender.create?.bind(contender);
  if (create === undefined) throw new Error(`${contender.name} does not create.`);
  await create(address, 500);
  const blocks = new BlockMonitor();
  const begun = process.cpuUsage();
  const start = performance.now();
  const created = await create(address, objectCount);
  const time = performance.now() - start;
  const cpu = processorTime(begun);
  if (created !== objectCount) throw new Error(`${contender.name} created ${String(created)}.`);
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
  for (let time = 0; time < times; time += 1) {
    await stream(address, (cells) => void file.write(csvLine(cells)), breathe);
    if (time === times / 2) blocks.halfway();
  }
  await new Promise((resolve) => file.end(resolve));
  const perSecond = (times * rowCount) / ((performance.now() - start) / 1000);
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

function compare(table: RetrievedTable): { notExact: number; lost: number } {
  let notExact = 0;
  let lost = 0;
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columns.length; column += 1) {
      const cell = table.cell(row, column);
      const expected = cellText(row, column);
      if (cell === expected) continue;
      notExact += 1;
      // Blank cells that are not kept are no loss of anything.
      if ((cell === undefined || cell === '') && expected !== '') lost += 1;
    }
  }
  return { notExact, lost };
}

const [scenario, name, address = ''] = process.argv.slice(2);
const contender = contenders.find((candidate) => candidate.name === name);
if (contender === undefined) throw new Error(`There is no contender ${String(name)}.`);
const measures = { create: measureCreate, export: measureExport, retrieve: measureRetrieve };
const measure = measures[scenario as keyof typeof measures];
console.log(JSON.stringify(await measure(contender, address)));
