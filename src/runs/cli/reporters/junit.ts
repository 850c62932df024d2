/** The report that build servers read: JUnit's XML, a test suite for each file and a test case for each request. */
import { lineOf, reasons, type FileReport, type Reporter } from './report.ts';

export const junit: Reporter = (files) => {
  const outcomes = files.flatMap((file) => file.outcomes);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="marketing-cloud-soap" ${figures(outcomes)}>
${files.map(suite).join('\n')}
</testsuites>
`;
};

function suite({ file, text, outcomes }: FileReport): string {
  const cases = outcomes.map((outcome) => {
    const { title, duration, range } = outcome;
    const line = String(lineOf(text, range.start));
    const open = `    <testcase name="${escape(title)}" classname="${escape(file)}" file="${escape(file)}" line="${line}" time="${seconds(duration)}"`;
    const [first, ...others] = reasons(outcome);
    if (first === undefined) return `${open}/>`;
    const kind = outcome.failure?.kind ?? outcome.status;
    const element = isError(outcome) ? 'error' : 'failure';
    return `${open}>
      <${element} message="${escape(first)}" type="${kind}">${escape([first, ...others].join('\n'))}</${element}>
    </testcase>`;
  });
  return [`  <testsuite name="${escape(file)}" ${figures(outcomes)}>`, ...cases, '  </testsuite>'].join('\n');
}

function figures(outcomes: FileReport['outcomes']): string {
  const errors = outcomes.filter(isError).length;
  const failures = outcomes.filter(({ status }) => status !== 'passed').length - errors;
  const time = outcomes.reduce((sum, { duration }) => sum + duration, 0);
  return `tests="${String(outcomes.length)}" failures="${String(failures)}" errors="${String(errors)}" time="${seconds(time)}"`;
}

/** In JUnit's words a failure is what was tested and does not hold; an error is what kept it from being tested. */
function isError({ failure }: FileReport['outcomes'][number]): boolean {
  return failure?.kind === 'thrown' || failure?.kind === 'unresolved';
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** Characters that XML has no way to write are left out. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
