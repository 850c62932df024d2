/**
 * DeliveryProfile: from which address and domain of the sender's sends go out. It cannot be retrieved (recorded); what
 * refers to it shows parts of it. The codes are documented, the texts of refusals inferred.
 */
import { keptObject } from './kept/keptObject.ts';
import { refused } from './outcome.ts';
import { profileUse } from './ownProfiles.ts';

export const deliveryProfile = keptObject({
  type: 'DeliveryProfile',
  isRetrievable: false,
  codes: { notFound: 41_301, noName: 41_105, badKey: 41_104 },
  check: (_write, content) => {
    const source = content.text('SourceAddressType', '');
    if (source === '') return refused(41_100, 'SourceAddressType is required.');
    return source === 'CustomPrivateIPAddress' && !content.has('PrivateIP')
      ? refused(41_101, 'The source address CustomPrivateIPAddress needs a PrivateIP.')
      : undefined;
  },
  checkDelete: ({ org }, kept) => profileUse(org, kept),
});
