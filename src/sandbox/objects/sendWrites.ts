/**
 * Create of Send: an e-mail to lists, without a definition. The message of success and the codes are documented, the
 * texts of refusals inferred.
 */
import { ApiStruct } from '../message/value.ts';
import type { SendList } from '../org/content.ts';
import { audienceOf } from '../org/sends/audience.ts';
import { parseDateTime } from '../serverTime.ts';
import type { Write } from './apiObject.ts';
import { emailNamed, itemNamed, listNamed } from './named.ts';
import { refused, type Outcome } from './outcome.ts';
import { makeSend, queueing } from './sendMaking.ts';

export function createSend(write: Write): Outcome {
  const { org, account, object, now } = write;
  const struct = object.struct('Email');
  if (struct === undefined)
    return refused(7001, 'An email ID, Partner Key, or body must be specified.', object);
  const email = emailNamed(write, struct);
  if (email === undefined) return refused(7007, 'Unable to load email.', object);
  const lists = listsOf(write);
  if ('ok' in lists) return { ...lists, echo: object };
  const when = parseDateTime(object.text('SendDate', ''));
  const send = makeSend(
    org,
    {
      mid: account.mid,
      definition: undefined,
      email: { id: email.id, name: email.name, links: email.links },
      subject: object.text('Subject', email.subject),
      fromName: object.text('FromName', account.fromName),
      fromAddress: object.text('FromAddress', account.email),
      audience: audienceOf(org, { mid: account.mid, lists }),
      isMultipart: object.flag('IsMultipart', true),
      listIds: lists.flatMap(({ listId }) => listId ?? []),
    },
    { now, startsAt: Math.max(now + queueing, when ?? 0) },
  );
  const echo = new ApiStruct('Send', { ID: send.id, Email: new ApiStruct('Email', { ID: email.id }) });
  return { ok: true, message: 'Created Send', newId: send.id, echo };
}

/** The lists and groups of a send, as the audiences that they are. */
function listsOf(write: Write): readonly SendList[] | Outcome {
  const structs = write.object.structs('List');
  if (structs.length === 0) return refused(7002, 'A list must be specified.');
  const lists: SendList[] = [];
  for (const struct of structs) {
    const listId = listNamed(write, struct)?.id ?? groupNamed(write, struct);
    if (listId === undefined) return refused(7003, 'No lists were created to send to: a list was not found.');
    lists.push({
      objectId: '',
      type: 'SourceList',
      source: 'List',
      listId,
      dataExtensionId: undefined,
      isTest: false,
    });
  }
  return lists;
}

function groupNamed(write: Write, struct: ApiStruct): number | undefined {
  return itemNamed(write.org.groups, write, struct, { ID: 'id' } as const)?.id;
}
