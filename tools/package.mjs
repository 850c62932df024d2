/** `npm run package`: builds for production and packs the extension into a VSIX. */
import { buildProject } from './run/build.mjs';
import { installDependencies } from './run/dependencies.mjs';
import { onInterruption } from './run/interruption.mjs';
import { tell } from './run/problem.mjs';
import { Processes } from './run/processes.mjs';

const processes = new Processes();
const say = (/** @type {string} */ line) => console.log(line);

onInterruption(() => processes.endAll(), 130);
try {
  await installDependencies(processes, say);
  say((await buildProject(processes, ['--production'])).trimEnd());
  // Loaded late, as it needs the dependencies.
  const { packageExtension } = await import('./build/vsix.mjs');
  await packageExtension(say);
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
