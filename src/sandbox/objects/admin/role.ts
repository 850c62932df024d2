/** Role: what users may do (G2). Its results follow the pattern of the others. */
import { refused } from '../outcome.ts';
import { keptObject } from '../kept/keptObject.ts';

export const role = keptObject({
  type: 'Role',
  message: (done) => `Role ${done}`,
  check: (_write, _content, before) =>
    before?.content.flag('IsSystemDefined') === true
      ? refused(2, 'A role of the system cannot be changed.')
      : undefined,
  checkDelete: ({ org }, { content, key }) => {
    if (content.flag('IsSystemDefined') === true)
      return refused(2, 'A role of the system cannot be deleted.');
    const isUsed = [...org.users.all()].some((user) => user.roleKeys.includes(key));
    return isUsed ? refused(2, 'The role is in use.') : undefined;
  },
  values: {
    IsPrivate: ({ content }) => content.flag('IsPrivate', false),
    IsSystemDefined: ({ content }) => content.flag('IsSystemDefined', false),
    'Client.EnterpriseID': ({ mid }) => mid,
    PermissionSets: ({ content }) => content.struct('PermissionSets'),
    Permissions: ({ content }) => content.struct('Permissions'),
  },
});
