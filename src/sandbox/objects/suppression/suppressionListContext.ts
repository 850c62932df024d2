/**
 * SuppressionListContext: the sends that leave out the addresses of a suppression list. What it can be and refers to is
 * documented, the texts of refusals are inferred.
 */
import { ApiStruct } from '../../message/value.ts';
import type { KeptObject } from '../../org/kept.ts';
import { contextType, listType } from '../../org/sends/suppression.ts';
import type { Write } from '../apiObject.ts';
import { keptNamed, keptObject } from '../kept/keptObject.ts';
import { classificationNamed } from '../named.ts';
import { refused } from '../outcome.ts';

export const suppressionListContext = keptObject({
  type: contextType,
  nameMember: 'Context',
  check: (write, content) => {
    if (keptNamed(listType, write, content.struct('Definition')) === undefined) {
      return refused(2, 'The suppression list of the context was not found.');
    }
    const problem = referents[content.text('Context', '')]?.(write, content);
    return problem === undefined ? undefined : refused(2, problem);
  },
  complete: (write, content) => {
    const list = keptNamed(listType, write, content.struct('Definition'));
    if (list !== undefined) content.set('Definition', definitionStruct(list));
    const classification = classificationNamed(write, content.struct('SendClassification'));
    if (classification !== undefined) {
      const { objectId } = classification;
      content.set('SendClassification', new ApiStruct('SendClassification', { ObjectID: objectId }));
    }
    const profile = keptNamed('SenderProfile', write, content.struct('SenderProfile'));
    if (profile !== undefined) {
      content.set('SenderProfile', new ApiStruct('SenderProfile', { ObjectID: profile.objectId }));
    }
  },
  values: ({ org }) => ({
    AppliesToAllSends: ({ content }) => content.flag('AppliesToAllSends', false),
    'Client.EnterpriseID': () => org.enterprise.mid,
  }),
});

function definitionStruct({ objectId, key, name, content }: KeptObject): ApiStruct {
  return new ApiStruct(listType, {
    ObjectID: objectId,
    CustomerKey: key,
    Name: name,
    Category: content.number('Category', 0),
    Description: content.text('Description', ''),
  });
}

type Referent = (write: Write, content: ApiStruct) => string | undefined;

/** What a context of each kind must refer to. */
const referents: Readonly<Record<string, Referent>> = {
  SendClassification: (write, content) =>
    content.has('SendClassificationType') ||
    classificationNamed(write, content.struct('SendClassification')) !== undefined
      ? undefined
      : 'The send classification of the context was not found.',
  SenderProfile: (write, content) =>
    keptNamed('SenderProfile', write, content.struct('SenderProfile')) === undefined
      ? 'The sender profile of the context was not found.'
      : undefined,
  Send: ({ org, now }, content) =>
    org.sends.find(Number(content.path('Send.ID') ?? 0), now) === undefined
      ? 'The send of the context was not found.'
      : undefined,
};
