/** RefreshGroup: picks the members of a group anew (A13). No answer was ever recorded. */
import { refreshGroup } from '../group.ts';
import { refused } from '../outcome.ts';
import { noParameters, type ExecuteMethod } from './request.ts';

export const refreshGroupRequest: ExecuteMethod = ({ org, account, now, parameter }) => {
  const id = parameter('ID');
  if (id === undefined) return noParameters;
  const found = org.groups.find(account.mid, 'id', id);
  if (found === undefined) return refused(3, `The group ${id} was not found.`);
  refreshGroup(org, found, now);
  return { ok: true, message: 'Group refresh queued' };
};
