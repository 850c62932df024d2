/** Perform: an action on definitions, such as starting a send. */
import type { Catalogue } from '../../catalogue/index.ts';
import { messageElement } from '../wire/envelope.ts';
import { writeObject } from '../wire/objectWriter.ts';
import type { SoapObject } from '../wire/soapObject.ts';
import { escapeText } from '../wire/text.ts';
import { child, childrenOf, childText, type XmlElement } from '../wire/xmlTree.ts';
import { overallResult, readResult, rejection, type ObjectResult, type OverallResult } from './results.ts';
import type { TypedObject } from './write.ts';

export interface PerformResult extends ObjectResult {
  /** Number of the work that was started: a send's ID, or the TaskResultID of an import. */
  readonly taskId?: string;
  /** What the task says, e.g. the count that GetMaxCount asked for. */
  readonly taskMessage?: string;
}

export interface PerformOutcome {
  readonly status: OverallResult;
  readonly requestId?: string;
  readonly results: readonly PerformResult[];
}

/** The message. Actions are named as the service documents them, e.g. `start`. */
export function writePerform(
  catalogue: Catalogue,
  action: string,
  definitions: readonly TypedObject[],
  options: SoapObject = {},
): string {
  const content = definitions.map((definition) => writeObject(catalogue, definition, 'Definition'));
  return messageElement(
    'PerformRequestMsg',
    `${writeObject(catalogue, options, 'Options', 'PerformOptions')}<Action>${escapeText(action)}</Action>` +
      `<Definitions>${content.join('')}</Definitions>`,
  );
}

/** Reads the results. @throws MarketingCloudError `request-rejected` when there are none but an error. */
export function readPerform(catalogue: Catalogue, message: XmlElement): PerformOutcome {
  const wrapper = child(message, 'Results');
  const elements = wrapper === undefined ? [] : childrenOf(wrapper, 'Result');
  const error = elements.length === 0 ? rejection(message, 'Perform') : undefined;
  if (error !== undefined) throw error;
  const results = elements.map((element, index) => {
    const task = child(element, 'Task');
    const taskId = task && childText(task, 'ID');
    const taskMessage = task && childText(task, 'StatusMessage');
    return {
      ...readResult(catalogue, element, index),
      ...(taskId === undefined ? {} : { taskId }),
      ...(taskMessage === undefined ? {} : { taskMessage }),
    };
  });
  const requestId = childText(message, 'RequestID');
  return { status: overallResult(results), ...(requestId === undefined ? {} : { requestId }), results };
}
