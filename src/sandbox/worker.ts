/**
 * The sandbox in a worker thread. Its options are the thread's `workerData`; a clock cannot be passed that way, so
 * there is a speed instead. It posts `{ kind: 'ready', connection }` or `{ kind: 'failed', message }`, and ends on
 * the message `'stop'`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { acceleratedClock, createSandbox, type Sandbox, type SandboxOptions } from './index.ts';

/** Options that can be passed to a thread. */
export interface WorkerOptions extends Omit<SandboxOptions, 'clock'> {
  /** How many times as fast as the machine's the sandbox's clock runs. */
  readonly speed?: number;
}

/** In a thread this ends the thread alone, whatever else might keep it. */
function stop(sandbox: Sandbox): void {
  sandbox.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
}

async function main(): Promise<void> {
  const { speed, ...options } = (workerData ?? {}) as WorkerOptions;
  try {
    const sandbox = await createSandbox(
      speed === undefined ? options : { ...options, clock: acceleratedClock(speed) },
    );
    parentPort?.on('message', (message: unknown) => {
      if (message === 'stop') stop(sandbox);
    });
    parentPort?.postMessage({ kind: 'ready', connection: sandbox.connection });
  } catch (error) {
    parentPort?.postMessage({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

await main();
