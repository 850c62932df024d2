/** Start tag and end tag are typed together. */
import type { LinkedEditingRanges, LinkedEditingRangeParams } from 'vscode-languageserver/node';
import { nodeAt } from '../schema/typedAt.ts';
import { requestAt } from '../scratch/parse.ts';
import type { ScratchFile } from '../scratch/model.ts';
import type { TextRange } from '../xml/node.ts';
import type { Feature } from '../server/server.ts';

export const linkedEditing: Feature = {
  capabilities: { linkedEditingRangeProvider: true },
  register(server) {
    server.connection.languages.onLinkedEditingRange(
      server.answer(null as LinkedEditingRanges | null, (open, { position }: LinkedEditingRangeParams) => {
        const ranges = linkedNames(open.file, open.offsetAt(position));
        return ranges.length === 0
          ? null
          : {
              ranges: ranges.map((range) => open.rangeOf(range)),
              wordPattern: nameWhileTyped,
            };
      }),
    );
  },
};

/**
 * Anything that ends a name ends the linked typing. Editors read it without the flag u, so it names no classes of
 * letters.
 */
export const nameWhileTyped = '[^\\s<>/="\'&{}]+';

/** The names in both tags of the element in one of whose tags the offset is; none when it has but one tag. */
export function linkedNames(file: ScratchFile, offset: number): TextRange[] {
  const root = requestAt(file, offset)?.root;
  const node = root === undefined ? undefined : nodeAt([root], offset);
  if (node?.kind !== 'element' || node.closeNameRange === undefined) return [];
  const ranges = [node.nameRange, node.closeNameRange];
  return ranges.some(({ start, end }) => offset >= start && offset <= end) ? ranges : [];
}
