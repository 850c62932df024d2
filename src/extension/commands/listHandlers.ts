/** What the commands do that find subscribers and change their places on lists. */
import type { ActiveAccount } from '../connections/activeAccount.ts';
import type { CommandHandlers } from './registerCommand.ts';

interface Parts {
  readonly active: ActiveAccount;
  /** Called when there is something else to see in the tree. */
  readonly changed: () => void;
}

type ListCommand =
  | 'marketingCloud.findSubscriber'
  | 'marketingCloud.addSubscriber'
  | 'marketingCloud.changeSubscriber'
  | 'marketingCloud.countSubscribers'
  | 'marketingCloud.newSubscribersRequest';

export function listHandlers(parts: Parts): Pick<CommandHandlers, ListCommand> {
  /** Loaded with the first of them. */
  const manage = () => import('../lists/manageSubscribers.ts');
  return {
    'marketingCloud.findSubscriber': async () => (await manage()).findSubscriber(parts),
    'marketingCloud.addSubscriber': async (node) => (await manage()).addSubscriber(parts, node),
    'marketingCloud.changeSubscriber': async (node) => (await manage()).changeSubscriber(parts, node),
    'marketingCloud.countSubscribers': async (node) =>
      (await import('../lists/countSubscribers.ts')).countSubscribers(parts.active, node),
    'marketingCloud.newSubscribersRequest': async (node) =>
      (await import('./newRequest.ts')).newSubscribersRequest(node),
  };
}
