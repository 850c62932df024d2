/** Which page explains a finding. */
import { rules } from '../rules/index.ts';
import type { Finding } from './finding.ts';
import { schemaCodes } from './schemaCodes.ts';

const ruleCodes: ReadonlySet<string> = new Set(rules.map(({ code }) => code));

/** True for what the vendor's best practices say, rather than the schema or the grammar of the file. */
export function isOfRule(code: string): boolean {
  return ruleCodes.has(code);
}

/**
 * A finding with the link to its page.
 * @param folder address of the folder of the pages, with a slash at its end; undefined for no links
 */
export function explained(finding: Finding, folder: string | undefined): Finding {
  return folder === undefined ? finding : { ...finding, href: folder + pageOf(finding.code) };
}

function pageOf(code: string): string {
  if (isOfRule(code)) return `${code}.md`;
  return `${schemaCodes.has(code) ? 'schema' : 'file'}.md#${code}`;
}
