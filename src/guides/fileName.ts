/** The question for the name of a file that an import reads or an extract writes (best-practices row E4). */
import * as l10n from '@vscode/l10n';
import { fileNameAt, filePlaceholders, strangePlaceholders } from '../shared/fileNames.ts';
import type { TextQuestion } from './guide.ts';
import { required, text } from './questions.ts';

/** @param rest what is said or asked otherwise than usual */
export function fileNameQuestion(key: string, title: string, rest: Partial<TextQuestion> = {}): TextQuestion {
  return text(
    key,
    title,
    l10n.t('Fixed, or with parts of the date, such as %%Year%%, %%Month%% and %%Day%%'),
    {
      check: fileNameProblem,
      preview: fileNamePreview,
      ...rest,
    },
  );
}

function fileNameProblem(value: string): string | undefined {
  if (/[/\\]/.test(value)) return l10n.t('Give the name alone: the folder is that of the location.');
  const [strange] = strangePlaceholders(value);
  if (strange === '')
    return l10n.t('A placeholder stands between two pairs of percent signs, such as %%Month%%.');
  return strange === undefined
    ? required(value)
    : l10n.t(
        '%%{0}%% is not filled in. Placeholders are {1}.',
        strange,
        filePlaceholders.map((name) => `%%${name}%%`).join(', '),
      );
}

/** The name that a pattern gives today; undefined for one that is the same on every day. */
function fileNamePreview(value: string): string | undefined {
  const now = new Date();
  const name = fileNameProblem(value) === undefined ? fileNameAt(value.trim(), now) : undefined;
  const day = now.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
  return name && l10n.t('On {0} it is {1}', day, name);
}
