/** What the commands of the Sends and Live Sends views do. */
import * as l10n from '@vscode/l10n';
import type { TreePayload } from '../../shared/contributions.ts';
import { chooseFirst } from '../errors/explained.ts';
import type { LiveSends } from '../sends/liveSends.ts';
import type { CommandHandlers } from './registerCommand.ts';
import { subjectOf } from './treeViews.ts';

type SendCommand =
  | 'marketingCloud.watchSend'
  | 'marketingCloud.showLiveSends'
  | 'marketingCloud.openLiveSendsEditor'
  | 'marketingCloud.clearFinishedSends'
  | 'marketingCloud.showEarlierSends'
  | 'marketingCloud.showTracking'
  | 'marketingCloud.startSend'
  | 'marketingCloud.startTriggeredSend'
  | 'marketingCloud.pauseTriggeredSend';

export function sendHandlers(live: LiveSends): Pick<CommandHandlers, SendCommand> {
  return {
    'marketingCloud.watchSend': (node) => watch(live, node),
    'marketingCloud.showLiveSends': () => live.reveal(),
    'marketingCloud.openLiveSendsEditor': () => live.openEditor(),
    'marketingCloud.clearFinishedSends': () => live.clearFinished(),
    'marketingCloud.showEarlierSends': () => live.pickEarlier(),
    'marketingCloud.showTracking': (node) => {
      const { id, name } = chosen(node, 'send', l10n.t('Choose a send first.'));
      return live.showTracking(id, name);
    },
    'marketingCloud.startSend': (node) =>
      live.start(chosen(node, 'sendDefinition', l10n.t('Choose an e-mail send definition first.')).key),
    'marketingCloud.startTriggeredSend': (node) =>
      live.setTriggered(
        chosen(node, 'triggeredSend', l10n.t('Choose a triggered send first.')).key,
        'Active',
      ),
    'marketingCloud.pauseTriggeredSend': (node) =>
      live.setTriggered(
        chosen(node, 'triggeredSend', l10n.t('Choose a triggered send first.')).key,
        'Inactive',
      ),
  };
}

/** The node's send or triggered send; the person's choice when there is none. */
function watch(live: LiveSends, node: TreePayload | undefined): Promise<void> {
  const send = subjectOf(node, 'send');
  if (send !== undefined) return live.watchHere({ kind: 'send', id: String(send.id), name: send.name });
  const triggered = subjectOf(node, 'triggeredSend');
  if (triggered === undefined) return live.pick();
  return live.watchHere({ kind: 'triggered', id: triggered.key, name: triggered.name });
}

function chosen<Kind extends 'send' | 'sendDefinition' | 'triggeredSend'>(
  node: TreePayload | undefined,
  kind: Kind,
  what: string,
): NonNullable<ReturnType<typeof subjectOf<Kind>>> {
  const subject = subjectOf(node, kind);
  if (subject !== undefined) return subject;
  throw chooseFirst(what);
}
