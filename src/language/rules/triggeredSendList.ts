/** C3: a triggered send takes its subscribers' data from a data extension. */
import type { Rule } from './rule.ts';
import { child } from '../subject/elements.ts';

export const triggeredSendList: Rule = {
  code: 'triggered-send-list',
  rows: ['C3'],
  title: 'Triggered sends keep their data in a data extension, not on a list',
  severity: 'information',
  checkPart: ({ method, objects }) =>
    method !== 'Create' && method !== 'Update'
      ? []
      : objects
          .filter(({ type }) => type === 'TriggeredSendDefinition')
          .filter(({ element }) => child(element, 'SendSourceDataExtension') === undefined)
          .filter(({ element }) => child(element, 'SendSourceCustomerKey') === undefined)
          .flatMap(({ element }) => child(element, 'List') ?? [])
          .map(({ nameRange }) => ({
            message:
              'This definition keeps what it knows of its subscribers on a list. A data extension (SendSourceDataExtension) takes it faster, with columns of your own.',
            range: nameRange,
          })),
};
