/**
 * SMSTriggeredSendDefinition, SMSTriggeredSend and SMSMTEvent: text messages, of which no more than one exchange was
 * ever recorded (A12). Codes are documented, texts inferred.
 */
import { ownedBy } from '../org/collection.ts';
import type { SmsMessage } from '../org/sms.ts';
import { catalogueRows } from '../retrieve/catalogueRows.ts';
import { scanInOrder } from '../retrieve/rows.ts';
import type { ApiObject, Write } from './apiObject.ts';
import { keptNamed, keptObject } from './kept/keptObject.ts';
import { listNamed } from './named.ts';
import { echoOf, refused, type Outcome } from './outcome.ts';

export const smsTriggeredSendDefinition = keptObject({
  type: 'SMSTriggeredSendDefinition',
  codes: { notFound: 441_000, noName: 441_004 },
  retrievable: [
    'ObjectID',
    'CustomerKey',
    'Name',
    'Description',
    'Client.ID',
    'CreatedDate',
    'ModifiedDate',
    'Publication.ID',
    'SendToList',
  ],
  check: (write, content) => {
    const publication = content.struct('Publication');
    if (publication === undefined) return refused(441_005, 'The publication of the definition is required.');
    if (listNamed(write, publication) === undefined) {
      return refused(441_002, 'The publication of the definition was not found in the account.');
    }
    return content.flag('SendToList') === true && !content.has('DataExtension')
      ? refused(441_003, 'A data extension is required when sending to a list.')
      : undefined;
  },
});

export const smsTriggeredSend: ApiObject = {
  type: 'SMSTriggeredSend',
  retrieve: (scope) =>
    catalogueRows<SmsMessage>({
      type: 'SMSTriggeredSend',
      retrievable: ['ObjectID', 'SmsSendId', 'Number', 'Message', 'FromAddress', 'CreatedDate', 'Client.ID'],
      scan: (from, visit) => scanInOrder(ownedBy(scope.org.smsMessages, scope.accounts), from, visit),
      values: {
        ObjectID: (each) => each.objectId,
        SmsSendId: (each) => each.sendId,
        Number: (each) => each.number,
        Message: (each) => each.text,
        FromAddress: (each) => each.fromAddress,
        CreatedDate: (each) => new Date(each.askedAt),
        'Client.ID': (each) => each.mid,
      },
    }),
  create: send,
};

/** How long a text message takes. */
const delivery = 4000;

function send(write: Write): Outcome {
  const { org, account, object, now } = write;
  const definition = keptNamed(
    'SMSTriggeredSendDefinition',
    write,
    object.struct('SMSTriggeredSendDefinition'),
  );
  if (definition === undefined)
    return refused(33_000, 'The SMSTriggeredSendDefinition was not found.', object);
  const number = object.text('Number') ?? object.path('Subscriber.PrimarySMSAddress.Address') ?? '';
  if (!/^\+?\d{7,15}$/.test(number))
    return refused(33_100, `The number ${number} is not a telephone number.`, object);
  if (object.path('Subscriber.PrimarySMSPublicationStatus') === 'OptedOut') {
    return refused(33_300, 'The subscriber has opted out.', object);
  }
  const made: SmsMessage = {
    mid: account.mid,
    objectId: org.random.guid(),
    sendId: String(org.nextId('task')),
    definitionKey: definition.key,
    number,
    subscriberKey: object.path('Subscriber.SubscriberKey') ?? number,
    text: object.text('Message', ''),
    fromAddress: object.text('FromAddress', ''),
    askedAt: now,
    sentAt: now + delivery,
  };
  org.smsMessages.push(made);
  const echo = echoOf(object, { ObjectID: made.objectId, SmsSendId: made.sendId });
  return { ok: true, message: 'Created SMSTriggeredSend', newObjectId: made.objectId, echo };
}

export const smsMTEvent: ApiObject = {
  type: 'SMSMTEvent',
  retrieve: ({ org, accounts, now }) =>
    catalogueRows<SmsMessage>({
      type: 'SMSMTEvent',
      retrievable: [
        'ObjectID',
        'SMSTriggeredSend.SmsSendId',
        'SMSTriggeredSend.Number',
        'Subscriber.SubscriberKey',
        'MOCode',
        'EventDate',
        'Carrier',
        'Client.ID',
      ],
      scan: (from, visit) =>
        scanInOrder(
          [...ownedBy(org.smsMessages, accounts)].filter(({ sentAt }) => sentAt <= now),
          from,
          visit,
        ),
      values: {
        ObjectID: (each) => each.objectId,
        'SMSTriggeredSend.SmsSendId': (each) => each.sendId,
        'SMSTriggeredSend.Number': (each) => each.number,
        'Subscriber.SubscriberKey': (each) => each.subscriberKey,
        MOCode: () => '',
        EventDate: (each) => new Date(each.sentAt),
        Carrier: () => 'Sandbox Mobile',
        'Client.ID': (each) => each.mid,
      },
    }),
};
