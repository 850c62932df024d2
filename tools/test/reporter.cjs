/**
 * Mocha's `spec` reporter, which also writes what it counted to the file that MC_MOCHA_RESULT names:
 * `{ passed, failed, skipped }`, the titles of the tests in each.
 */
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

/** How long a process may go on after its last test, in milliseconds, where MC_MOCHA_ENDS says that it must end. */
const grace = 10_000;

/**
 * Ends a process that something left running would keep for ever, and says what that is.
 * @param {() => void} before what to do first
 */
function endWhenLeftRunning(before) {
  const timer = setTimeout(() => {
    console.error(`The tests are through, but left running: ${process.getActiveResourcesInfo().join(', ')}`);
    before();
    process.exit();
  }, grace);
  timer.unref();
}

class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    const { constants } = Mocha.Runner;
    /** @type {{ passed: string[], failed: string[], skipped: string[] }} */
    const counted = { passed: [], failed: [], skipped: [] };
    runner.on(constants.EVENT_TEST_PASS, (test) => counted.passed.push(test.fullTitle()));
    runner.on(constants.EVENT_TEST_FAIL, (test) => counted.failed.push(test.fullTitle()));
    runner.on(constants.EVENT_TEST_PENDING, (test) => counted.skipped.push(test.fullTitle()));
    runner.on(constants.EVENT_RUN_END, () => {
      write(counted);
      if (process.env.MC_MOCHA_ENDS !== '1') return;
      endWhenLeftRunning(() => {
        // Mocha has settled its exit code by now, so the failure is told as that of a test.
        counted.failed.push('leave nothing running');
        write(counted);
      });
    });
  }
}

/** @param {object} counted */
function write(counted) {
  const file = process.env.MC_MOCHA_RESULT;
  if (file !== undefined) writeFileSync(file, JSON.stringify(counted, undefined, 1));
}

module.exports = CountingReporter;
