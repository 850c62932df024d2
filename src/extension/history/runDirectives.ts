/** The directives that make a request be sent again in the way it was, as lines of a scratch file. */
import type { RunSettings } from '../../shared/languageMessages.ts';

/**
 * What decides how a request is sent, and what is asked before it is. Where it runs the record has of its own; a file
 * that a result was saved to is not written over, and another call has another correlation ID.
 */
export function directivesOf({ mode, timeout, batch, follow, note }: RunSettings): string[] {
  return [
    ...(mode === undefined ? [] : [`# @mode ${mode}`]),
    ...(timeout === undefined ? [] : [`# @timeout ${String(timeout)}ms`]),
    ...(batch === undefined ? [] : [`# @batch ${String(batch)}`]),
    ...(follow === undefined ? [] : [follow === 'all' ? '# @all' : `# @limit ${String(follow)}`]),
    ...(note === undefined ? [] : [`# @note ${note}`.trimEnd()]),
  ];
}
