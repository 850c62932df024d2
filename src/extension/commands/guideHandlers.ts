/** What the guided commands do: the same for each, begun with what a menu's node says already. */
import type { TreePayload } from '../../shared/contributions.ts';
import { guideIds, type GuideId } from '../../shared/guideIds.ts';
import type { Answers } from '../../guides/index.ts';
import type { GuideParts } from '../guides/runGuide.ts';
import type { CommandHandlers } from './registerCommand.ts';
import { toNode } from './treeViews.ts';

type GuideCommand = 'marketingCloud.pickGuide' | `marketingCloud.guide.${GuideId}`;

export function guideHandlers(parts: GuideParts): Pick<CommandHandlers, GuideCommand> {
  const each = guideIds.map((id) => [
    `marketingCloud.guide.${id}`,
    async (node: TreePayload | undefined) =>
      (await import('../guides/runGuide.ts')).runGuide(parts, id, givenBy(node)),
  ]);
  return {
    'marketingCloud.pickGuide': async () => (await import('../guides/runGuide.ts')).pickGuide(parts),
    ...(Object.fromEntries(each) as Pick<CommandHandlers, `marketingCloud.guide.${GuideId}`>),
  };
}

/** An import that is begun at a data extension goes there, from a file. */
const intoDataExtension: Answers = { kind: 'file', destination: 'dataExtension' };

/** The answers that a node of a tree is. */
function givenBy(payload: TreePayload | undefined): Answers {
  const subject = toNode(payload)?.subject;
  switch (subject?.kind) {
    case 'dataExtension':
      return { dataExtension: subject.key, ...intoDataExtension };
    case 'folder':
      return { folder: String(subject.id) };
    case 'list':
      // The list is one of the business unit that the window works with.
      return { list: String(subject.id), businessUnit: '' };
    case 'group':
      return { group: String(subject.id) };
    case 'send':
      return { send: String(subject.id) };
    case 'sendDefinition':
    case 'triggeredSend':
      return { definition: subject.key };
    default:
      return {};
  }
}
