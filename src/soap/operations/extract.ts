/** Extract: has the service write a file, such as a tracking extract or the rows of a data extension. */
import type { Catalogue } from '../../catalogue/index.ts';
import { messageElement } from '../wire/envelope.ts';
import { writeObject } from '../wire/objectWriter.ts';
import { child, childrenOf, type XmlElement } from '../wire/xmlTree.ts';
import { readRequests, type RequestsOutcome } from './execute.ts';
import {
  asynchronousMembers,
  businessUnitMember,
  type AsynchronousOptions,
  type RequestOptions,
} from './requestOptions.ts';

export interface ExtractRequest {
  /** GUID of the extract type. */
  readonly id: string;
  /** Values by the names of the parameters, in the order given. */
  readonly parameters: Readonly<Record<string, string>>;
  /** MID of the business unit that it is for, when it is not the token's own. */
  readonly businessUnit?: number;
  /** Queues it, when given. */
  readonly asynchronous?: AsynchronousOptions;
  readonly requestOptions?: RequestOptions;
}

export function writeExtract(catalogue: Catalogue, requests: readonly ExtractRequest[]): string {
  const content = requests.map((request, index) => {
    const { id, parameters, businessUnit, asynchronous, requestOptions } = request;
    const place = { index, count: requests.length };
    const object = {
      ...businessUnitMember(businessUnit),
      ID: id,
      Options: {
        ...requestOptions,
        ...(asynchronous === undefined ? {} : asynchronousMembers(asynchronous, place)),
      },
      Parameters: { Parameter: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value })) },
    };
    return writeObject(catalogue, object, 'Requests', 'ExtractRequest');
  });
  return messageElement('ExtractRequestMsg', content.join(''));
}

/** Reads the results. @throws MarketingCloudError `request-rejected` when there are none but an error. */
export function readExtract(catalogue: Catalogue, message: XmlElement): RequestsOutcome {
  const wrapper = child(message, 'Results');
  const results = wrapper === undefined ? [] : childrenOf(wrapper, 'ExtractResult');
  return readRequests(catalogue, message, { operation: 'Extract', results });
}
