/** Which column of an import file goes where, when it is said column by column (best-practices rows E5, E6). */
import * as l10n from '@vscode/l10n';
import type { Answers, TextQuestion } from './guide.ts';
import { headingsOf, firstRowOf } from './importFile.ts';
import { pairs, pairsOf, required } from './questions.ts';
import { of, type Xml } from './xml.ts';

/** All that a publication list takes. */
const publicationFields = ['Email Address', 'Subscriber Key', 'Status', 'Reason'] as const;

/** How people head these columns, in small letters without blanks and hyphens. */
const usualHeadings: Readonly<Record<string, string>> = {
  emailaddress: 'Email Address',
  email: 'Email Address',
  mail: 'Email Address',
  subscriberkey: 'Subscriber Key',
  contactkey: 'Subscriber Key',
  key: 'Subscriber Key',
  status: 'Status',
  reason: 'Reason',
};

const hasHeadings = (answers: Answers): boolean => answers['headings'] !== 'false';

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** What the notation begins with: the columns of the file, with what they are likely to be. */
export function firstMaps(answers: Answers): string {
  const maps = firstRowOf(answers).map((cell, index) => {
    const source = hasHeadings(answers) ? cell.trim() : String(index + 1);
    const usual = hasHeadings(answers) ? usualHeadings[plain(cell)] : undefined;
    return { source, target: targetOf(answers, cell.trim(), usual) };
  });
  return maps
    .filter(({ target }) => target !== undefined)
    .map(({ source, target = '' }) => `${source}=${target}`)
    .join(', ');
}

/** Undefined for a column that goes nowhere. */
function targetOf(answers: Answers, heading: string, usual: string | undefined): string | undefined {
  if (!hasHeadings(answers)) return '';
  switch (answers['destination']) {
    case 'publicationList':
      return usual;
    case 'list':
      return usual ?? heading;
    default:
      return heading;
  }
}

export const checkMaps: TextQuestion['check'] = (value, answers) => {
  const problem = required(value) ?? pairs(value);
  if (problem !== undefined) return problem;
  for (const [source, target] of pairsOf(value)) {
    const found = sourceProblem(source, answers) ?? targetProblem(target, answers);
    if (found !== undefined) return found;
  }
  return undefined;
};

function sourceProblem(source: string, answers: Answers): string | undefined {
  if (!hasHeadings(answers)) {
    return /^\d+$/.test(source)
      ? undefined
      : l10n.t('“{0}” is no number of a column: 1 is the first.', source);
  }
  const headings = headingsOf(answers);
  return headings.length === 0 || headings.includes(source)
    ? undefined
    : l10n.t('The file has no column {0}; it has {1}.', source, headings.join(', '));
}

function targetProblem(target: string, answers: Answers): string | undefined {
  if (target === '') return l10n.t('Each column needs a name at the destination.');
  const isPublication = answers['destination'] === 'publicationList';
  return !isPublication || publicationFields.some((field) => plain(field) === plain(target))
    ? undefined
    : l10n.t('A publication list takes {0} only, not {1}.', publicationFields.join(', '), target);
}

/** The elements of a notation that is right. */
export function fieldMaps(
  maps: readonly (readonly [source: string, target: string])[],
  byOrdinal: boolean,
): Xml {
  return of(
    'FieldMaps',
    maps.map(([source, target]) =>
      of('FieldMap', [of(byOrdinal ? 'SourceOrdinal' : 'SourceName', source), of('DestinationName', target)]),
    ),
  );
}
