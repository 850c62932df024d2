/** Answers with what the real service says too quietly said aloud, where that trap is loud. */
import { Fault } from '../message/fault.ts';
import { ApiStruct } from '../message/value.ts';
import type { Answer } from '../operations/operation.ts';
import { LoudTrap, type TrapBoard } from '../traps/traps.ts';

/** An answer as it is, or as a fault when it holds errors and those are to be loud. */
export function loudAnswer(traps: TrapBoard, answer: Answer | Fault): Answer | Fault {
  if (answer instanceof Fault) return answer;
  if (traps.isLoud('error-in-200') && /^(?:Error|Has ?Errors?)/.test(answer.outcome)) {
    const trap = new LoudTrap('error-in-200', `The answer is "${answer.outcome}"${messagesOf(answer)}.`);
    return new Fault('Server', trap.message, 2);
  }
  return answer;
}

/** What the failed results of an answer say. */
function messagesOf({ message }: Answer): string {
  if (!(message instanceof ApiStruct)) return '';
  const results = message
    .structs('Results')
    .flatMap((each) =>
      each.has('StatusCode') ? [each] : [...each.structs('Result'), ...each.structs('ExtractResult')],
    );
  const texts = results
    .filter((result) => result.text('StatusCode') === 'Error')
    .map((result) => result.text('StatusMessage', ''));
  return texts.length === 0 ? '' : `: ${texts.join(' ')}`;
}

const dateTime = /<(\w+)>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)<\/\1>/g;

/** The date-times of a text with the offset that they have; the values of cells stay as they are. */
export function withOffsets(text: string): string {
  return text.replace(dateTime, (whole, name: string, moment: string) =>
    name === 'Value' ? whole : `<${name}>${moment}-06:00</${name}>`,
  );
}
