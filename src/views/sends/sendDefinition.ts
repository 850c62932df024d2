/** An e-mail send definition: a send that is prepared and can be started any number of times. */
import type { RetrieveQuery } from '../../soap/index.ts';
import { textAt, where, type Filter, type SoapObject } from '../../soap/pure.ts';

export interface SendDefinition {
  readonly key: string;
  readonly name: string;
  readonly subject: string;
  readonly description: string;
  readonly classification: string;
}

/** All e-mail send definitions, or those that a filter asks for. */
export function sendDefinitionsQuery(filter?: Filter): RetrieveQuery {
  return {
    objectType: 'EmailSendDefinition',
    properties: ['CustomerKey', 'Name', 'EmailSubject', 'Description', 'SendClassification.CustomerKey'],
    ...(filter === undefined ? {} : { filter }),
  };
}

export function sendDefinitionQuery(key: string): RetrieveQuery {
  return sendDefinitionsQuery(where('CustomerKey', 'equals', key));
}

export function readSendDefinition(object: SoapObject): SendDefinition {
  return {
    key: textAt(object, 'CustomerKey') ?? '',
    name: textAt(object, 'Name') ?? '',
    subject: textAt(object, 'EmailSubject') ?? '',
    description: textAt(object, 'Description') ?? '',
    classification: textAt(object, 'SendClassification.CustomerKey') ?? '',
  };
}
