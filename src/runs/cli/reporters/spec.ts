/** The report for a person at a terminal. */
import { counts, lineOf, reasons, type FileReport, type Reporter } from './report.ts';

export const spec: Reporter = (files) => {
  const { passed, failed } = counts(files);
  return `${files.map(fileText).join('\n')}\n${String(passed)} passed, ${String(failed)} failed\n`;
};

function fileText({ file, text, outcomes }: FileReport): string {
  const lines = outcomes.flatMap((outcome) => {
    const { title, status, duration, assertions, range } = outcome;
    const held = assertions.filter((assertion) => assertion.passed).length;
    const facts = [
      ...(duration > 0 ? [`${String(Math.round(duration))} ms`] : []),
      ...(assertions.length > 0 ? [`${String(held)} of ${String(assertions.length)} assertions hold`] : []),
      ...(status === 'passed' ? [] : [`line ${String(lineOf(text, range.start))}`]),
    ];
    const mark = status === 'passed' ? '✓' : '✗';
    return [
      `  ${mark} ${title}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`,
      ...reasons(outcome).map((reason) => `      ${reason}`),
    ];
  });
  return [file, ...lines, ''].join('\n');
}
