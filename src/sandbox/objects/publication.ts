/**
 * Publication and PublicationSubscriber: something that subscribers receive by other ways than e-mail (publication lists
 * of e-mail are lists), and who does. The codes of publications are documented, the other texts inferred.
 */
import type { ApiObject, Write } from './apiObject.ts';
import { keptNamed, keptObject } from './kept/keptObject.ts';
import { subscriberNamed } from './named.ts';
import { echoOf, refused, type Outcome } from './outcome.ts';

export const publication = keptObject({
  type: 'Publication',
  isNumbered: true,
  codes: { noName: 111_000 },
  check: ({ org, account }, content, before) => {
    const name = content.text('Name', '');
    if (name.length > 50)
      return refused(111_000, 'The name of the Publication is longer than 50 characters.');
    const other = org.kept.of('Publication').find(account.mid, 'name', name);
    return other === undefined || other === before
      ? undefined
      : refused(111_001, `A Publication named ${name} exists already.`);
  },
  values: { Category: ({ content }) => content.number('Category', 0) },
});

/** It can be created and not retrieved (documented). */
export const publicationSubscriber: ApiObject = { type: 'PublicationSubscriber', create: subscribe };

function subscribe(write: Write): Outcome {
  const { org, object } = write;
  const found = keptNamed('Publication', write, object.struct('Publication'));
  if (found === undefined) return refused(2, 'The Publication was not found.', object);
  const subscriber = subscriberNamed(write, object.struct('Subscriber'));
  if (subscriber === undefined) return refused(12_001, 'The subscriber was not found.', object);
  const known = org.publicationSubscribers.get(found.objectId) ?? new Set<number>();
  if (known.has(subscriber.id)) {
    return refused(12_014, 'The subscriber is on the publication already.', object);
  }
  org.publicationSubscribers.set(found.objectId, known.add(subscriber.id));
  return { ok: true, message: 'PublicationSubscriber created', echo: echoOf(object) };
}
