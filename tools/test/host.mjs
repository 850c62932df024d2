/** Runs the tests of `test/host` inside VS Code, with the extension loaded from the project's folder. */
import { root } from '../run/project.mjs';
import { tell } from '../run/problem.mjs';
import { runHostTests } from './hostTests.mjs';

try {
  await runHostTests({ name: 'host', extension: root });
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
