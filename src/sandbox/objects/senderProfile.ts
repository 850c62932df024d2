/** SenderProfile: the name and address that sends are from. The codes are documented, the texts of refusals inferred. */
import { keptObject } from './kept/keptObject.ts';
import { refused } from './outcome.ts';
import { profileUse } from './ownProfiles.ts';

export const senderProfile = keptObject({
  type: 'SenderProfile',
  codes: { notFound: 40_100, noName: 40_104, badKey: 40_103 },
  check: (_write, content) => {
    if (content.text('FromName', '') === '') return refused(40_101, 'FromName is required.');
    const address = content.text('FromAddress', '');
    if (address === '') return refused(40_102, 'FromAddress is required.');
    // An address may be made when a message goes out, by AMPscript.
    const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) || address.includes('%%');
    return isAddress ? undefined : refused(40_106, 'FromAddress is not a valid e-mail address.');
  },
  checkDelete: ({ org }, kept) => profileUse(org, kept),
  values: {
    UseDefaultRMMRules: ({ content }) => content.flag('UseDefaultRMMRules', true),
    DirectForward: ({ content }) => content.flag('DirectForward', false),
    AutoReply: ({ content }) => content.flag('AutoReply', false),
  },
});
