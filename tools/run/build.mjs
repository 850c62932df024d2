/** Builds the project from a command of its own. */
import { Problem } from './problem.mjs';
import { inProject, root } from './project.mjs';

/**
 * Runs `esbuild.mjs`.
 * @param {import('./processes.mjs').Processes} processes
 * @param {string[]} [flags] flags of `esbuild.mjs`
 * @returns {Promise<string>} what it printed
 * @throws {Problem} with what it printed when the build fails
 */
export async function buildProject(processes, flags = []) {
  const { code, output } = await processes.run(process.execPath, [inProject('esbuild.mjs'), ...flags], {
    cwd: root,
  });
  if (code !== 0) throw new Problem(`The build failed:\n${output.trim()}`);
  return output;
}
