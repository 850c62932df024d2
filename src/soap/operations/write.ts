/** Create, Update and Delete: three methods with one shape. */
import type { Catalogue } from '../../catalogue/index.ts';
import { messageElement } from '../wire/envelope.ts';
import { writeObject } from '../wire/objectWriter.ts';
import type { SoapObject } from '../wire/soapObject.ts';
import { childrenOf, childText, type XmlElement } from '../wire/xmlTree.ts';
import { readResult, rejection, type ObjectResult } from './results.ts';

/** The methods of this shape, by their request and options. */
export const writeMethods = {
  Create: { request: 'CreateRequest', options: 'CreateOptions' },
  Update: { request: 'UpdateRequest', options: 'UpdateOptions' },
  Delete: { request: 'DeleteRequest', options: 'DeleteOptions' },
} as const;
export type WriteMethod = keyof typeof writeMethods;

/** An object to write: `$type` is needed, as the service tells objects by nothing else. */
export type TypedObject = SoapObject & { readonly $type: string };

/** Options of the request as the schema has them, e.g. `upsert`. */
export type RequestOptions = SoapObject;

/** Options of an Update that adds what is not there. */
export const upsert: RequestOptions = {
  SaveOptions: { SaveOption: [{ PropertyName: '*', SaveAction: 'UpdateAdd' }] },
};

export interface WriteAnswer {
  readonly requestId?: string;
  readonly results: readonly ObjectResult[];
}

/** The message of one call. @throws MarketingCloudError `invalid-request` */
export function writeWriteRequest(
  catalogue: Catalogue,
  method: WriteMethod,
  objects: readonly TypedObject[],
  options: RequestOptions = {},
): string {
  const { request, options: optionsType } = writeMethods[method];
  const content = objects.map((object) => writeObject(catalogue, object, 'Objects'));
  return messageElement(request, writeObject(catalogue, options, 'Options', optionsType) + content.join(''));
}

/** Reads the results of one call. @throws MarketingCloudError `request-rejected` when there are none but an error. */
export function readWriteAnswer(catalogue: Catalogue, method: WriteMethod, message: XmlElement): WriteAnswer {
  const elements = childrenOf(message, 'Results');
  const error = elements.length === 0 ? rejection(message, method) : undefined;
  if (error !== undefined) throw error;
  const requestId = childText(message, 'RequestID');
  return {
    ...(requestId === undefined ? {} : { requestId }),
    results: elements.map((element, index) => readResult(catalogue, element, index)),
  };
}
