/** The methods that change something: six methods of two shapes. A further one is one more row here. */
import type { Catalogue } from '../../catalogue/index.ts';
import { messageTags, type MessageBody } from '../wire/envelope.ts';
import { ObjectWriter, writeObject } from '../wire/objectWriter.ts';
import type { SoapObject } from '../wire/soapObject.ts';
import { escapeText } from '../wire/text.ts';
import { child, childrenOf, childText, type XmlElement } from '../wire/xmlTree.ts';
import type { RequestOptions } from './requestOptions.ts';
import { readResult, rejection, type ObjectResult } from './results.ts';

interface WriteShape {
  readonly request: string;
  /** Type of the element `Options`. */
  readonly options: string;
  /** Name of the element of one object. */
  readonly object: string;
  /** The element around all objects; without one, the answer has no element around the results either. */
  readonly wrapper?: string;
}

/** The methods by name. */
export const writeMethods = {
  Create: { request: 'CreateRequest', options: 'CreateOptions', object: 'Objects' },
  Update: { request: 'UpdateRequest', options: 'UpdateOptions', object: 'Objects' },
  Delete: { request: 'DeleteRequest', options: 'DeleteOptions', object: 'Objects' },
  Perform: {
    request: 'PerformRequestMsg',
    options: 'PerformOptions',
    object: 'Definition',
    wrapper: 'Definitions',
  },
  Configure: {
    request: 'ConfigureRequestMsg',
    options: 'ConfigureOptions',
    object: 'Configuration',
    wrapper: 'Configurations',
  },
  Schedule: {
    request: 'ScheduleRequestMsg',
    options: 'ScheduleOptions',
    object: 'Interaction',
    wrapper: 'Interactions',
  },
} as const satisfies Readonly<Record<string, WriteShape>>;
export type WriteMethod = keyof typeof writeMethods;

export function isWriteMethod(operation: string): operation is WriteMethod {
  return Object.hasOwn(writeMethods, operation);
}

export function shapeOf(method: WriteMethod): WriteShape {
  return writeMethods[method];
}

/** An object to write: `$type` is needed, as the service tells objects by nothing else. */
export type TypedObject = SoapObject & { readonly $type: string };

/** What a request says beside its objects. */
export interface WriteHead {
  readonly options: RequestOptions;
  /** Of Perform, Configure and Schedule, e.g. `start`. */
  readonly action?: string;
  /** Of Schedule: a ScheduleDefinition. */
  readonly schedule?: SoapObject;
}

export interface WriteAnswer {
  readonly requestId?: string;
  readonly results: readonly ObjectResult[];
}

/** Writes the objects of a request. */
export function objectWriter(catalogue: Catalogue, method: WriteMethod): ObjectWriter {
  return new ObjectWriter(catalogue, shapeOf(method).object);
}

/** The message of one call around objects that are written already. */
export function writeWriteRequest(
  catalogue: Catalogue,
  method: WriteMethod,
  { options, action, schedule }: WriteHead,
  objects: Uint8Array,
): MessageBody {
  const { request, options: optionsType, wrapper } = shapeOf(method);
  const [start, end] = messageTags(request);
  const before =
    start +
    writeObject(catalogue, options, 'Options', optionsType) +
    (action === undefined ? '' : `<Action>${escapeText(action)}</Action>`) +
    (schedule === undefined ? '' : writeObject(catalogue, schedule, 'Schedule', 'ScheduleDefinition')) +
    (wrapper === undefined ? '' : `<${wrapper}>`);
  const after = (wrapper === undefined ? '' : `</${wrapper}>`) + end;
  return [Buffer.from(before), objects, Buffer.from(after)];
}

/**
 * Reads the results of one call.
 * @param from ordinal of its first object.
 * @throws MarketingCloudError `request-rejected` when there are none but an error.
 */
export function readWriteAnswer(
  catalogue: Catalogue,
  method: WriteMethod,
  message: XmlElement,
  from: number,
): WriteAnswer {
  const elements = resultsOf(message, shapeOf(method));
  const error = elements.length === 0 ? rejection(message, method) : undefined;
  if (error !== undefined) throw error;
  const requestId = childText(message, 'RequestID');
  return {
    ...(requestId === undefined ? {} : { requestId }),
    results: elements.map((element, index) => readResult(catalogue, element, { index, from })),
  };
}

function resultsOf(message: XmlElement, { wrapper }: WriteShape): readonly XmlElement[] {
  if (wrapper === undefined) return childrenOf(message, 'Results');
  const results = child(message, 'Results');
  return results === undefined ? [] : childrenOf(results, 'Result');
}
