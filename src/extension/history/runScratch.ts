/** The request of a run as a scratch file, from which it can be sent again. */
import { prettyXml } from '../../language/index.ts';
import type { RunRecord } from './runRecord.ts';

export function scratchOf(record: RunRecord): string {
  const { title, body, mid, connection, directives = [] } = record;
  return [
    `### ${title.replaceAll(/\s+/g, ' ')}`,
    '# From the history. What was a secret is not kept: look for •••.',
    `# @connection ${connection}`,
    `# @bu ${String(mid)}`,
    ...directives,
    literal(prettyXml(body)),
    '',
  ].join('\n');
}

/** Braces that were sent are no variable: written so that they are sent as they are. */
function literal(xml: string): string {
  return xml.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>|\{(?=\{)/g, (found) =>
    found === '{' ? '&#123;' : found.replaceAll(/\{(?=\{)/g, '{]]><![CDATA['),
  );
}
