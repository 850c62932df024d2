/** The sandbox as a program: `--port N --seed demo|empty|large|FILE.json --speed N --data DIR --json --stop-with-parent`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  acceleratedClock,
  createSandbox,
  seedNames,
  type Sandbox,
  type SandboxOptions,
  type OwnSeed,
  type SeedName,
} from './index.ts';

interface Arguments {
  readonly options: SandboxOptions;
  readonly json: boolean;
  readonly stopWithParent: boolean;
}

/** A seed by its name, or one's own by the file that it is in. */
function seedOf(name: string): SeedName | OwnSeed {
  const named = seedNames.find((each) => each === name);
  if (named !== undefined) return named;
  if (!name.endsWith('.json'))
    throw new Error(`--seed must be ${seedNames.join(', ')}, or a file that ends in .json.`);
  let text: string;
  try {
    text = readFileSync(name, 'utf8');
  } catch {
    throw new Error(`--seed: the file ${name} cannot be read.`);
  }
  try {
    return JSON.parse(text) as OwnSeed;
  } catch (error) {
    throw new Error(`--seed: ${name} is not JSON: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
}

/** @throws Error with a sentence for the person when an argument is wrong. */
function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      seed: { type: 'string', default: 'demo' },
      speed: { type: 'string', default: '1' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      'stop-with-parent': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('--port must be a number from 0 to 65535.');
  const seed = seedOf(values.seed);
  const speed = Number(values.speed);
  if (!(speed > 0)) throw new Error('--speed must be a number above 0.');
  return {
    options: {
      port,
      seed,
      ...(speed === 1 ? {} : { clock: acceleratedClock(speed) }),
      ...(values.data === undefined ? {} : { folder: values.data }),
    },
    json: values.json,
    stopWithParent: values['stop-with-parent'],
  };
}

function announce({ address, connection }: Sandbox, json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ address, clientId: connection.clientId }));
    return;
  }
  console.log(`The sandbox org "${connection.name}" is running at ${address}`);
  console.log(`  client id      ${connection.clientId}`);
  console.log(`  client secret  ${connection.clientSecret}`);
  console.log(
    `  business units ${connection.businessUnits.map(({ mid, name }) => `${String(mid)} ${name}`).join(', ')}`,
  );
  console.log('Press Ctrl+C to stop it.');
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return 'The port is in use; choose another with --port, or leave it out for a free one.';
  if (code === 'EACCES') return 'The port may not be used by this user; choose one above 1023.';
  return message;
}

async function main(): Promise<void> {
  const { options, json, stopWithParent } = readArguments();
  const sandbox = await createSandbox(options);
  const stop = (): void => {
    // Without its server and its input nothing keeps the process alive.
    process.stdin.destroy();
    sandbox.stop().catch(() => process.exit(1));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
  if (stopWithParent) process.stdin.resume().once('end', stop).once('error', stop);
  announce(sandbox, json);
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
