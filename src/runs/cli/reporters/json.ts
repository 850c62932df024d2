/** The report for other programs. */
import { lineOf, reasons, type Reporter } from './report.ts';

export const json: Reporter = (files) => {
  const report = files.map(({ file, text, outcomes }) => ({
    file,
    requests: outcomes.map((outcome) => ({
      title: outcome.title,
      ...(outcome.name === undefined ? {} : { name: outcome.name }),
      line: lineOf(text, outcome.range.start),
      status: outcome.status,
      duration: Math.round(outcome.duration),
      assertions: outcome.assertions.map(({ assertion, passed }) => ({ text: assertion.text, passed })),
      reasons: reasons(outcome),
      ...(outcome.saved === undefined ? {} : { saved: outcome.saved }),
    })),
  }));
  return `${JSON.stringify(report, undefined, 2)}\n`;
};
