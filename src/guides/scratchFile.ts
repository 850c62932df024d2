/** Makes of a guide's requests the text of a scratch file: all that running them does is to be read in it. */
import * as l10n from '@vscode/l10n';
import type { Guide, GuideRequest } from './guide.ts';
import { writeXml } from './xml.ts';

/** @param where connection and business unit, for a reader; the file runs wherever the window works */
export function scratchFile(
  { title }: Pick<Guide, 'title'>,
  requests: readonly GuideRequest[],
  where?: string,
): string {
  const head =
    where === undefined ? `# ${title}.\n` : `# ${l10n.t('{0}, made in {1}.', title, oneLine(where))}\n`;
  return [head, ...requests.map(writeRequest)].join('\n');
}

function writeRequest({ title, name, note, directives = [], body }: GuideRequest): string {
  const lines = [
    `### ${oneLine(title)}`,
    `# @name ${name}`,
    ...(note === undefined ? [] : [`# @note ${oneLine(note)}`]),
    ...directives.map((directive) => `# @${directive}`),
    writeXml(body),
  ];
  return `${lines.join('\n')}\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
