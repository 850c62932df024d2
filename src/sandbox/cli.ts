#!/usr/bin/env node
/** The sandbox as a program; `--help` says how to use it. */
import { readArguments, usage, type Arguments } from './cliOptions.ts';
import { createSandbox, type Sandbox } from './index.ts';

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
  console.log(`  its own page   ${address}/_sandbox`);
  console.log('Press Ctrl+C to stop it.');
}

function explain(error: unknown): string {
  const { code, message, path } = error as NodeJS.ErrnoException;
  if (path !== undefined) return `The folder of --data cannot be used: ${message}`;
  if (code === 'EADDRINUSE')
    return 'The port is in use; choose another with --port, or leave it out for a free one.';
  if (code === 'EACCES') return 'The port may not be used by this user; choose one above 1023.';
  if (code === 'EADDRNOTAVAIL') return 'The address of --host is not one of this machine.';
  return message;
}

async function serve({ options, faults, loud, json, stopWithParent }: Arguments): Promise<void> {
  const sandbox = await createSandbox(options);
  for (const fault of faults) sandbox.faults.add(fault);
  for (const trap of loud) sandbox.traps.set(trap, true);
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
  const given = readArguments();
  if (given.help) console.log(usage);
  else await serve(given);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
