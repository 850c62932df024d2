/** Sends among the objects of an answer, so that what a request has found can be watched. */
import { objectsAt, textAt, type SoapObject } from '../../soap/pure.ts';

/** @param answer any decoded message; only a retrieve of sends holds some */
export function sendsInAnswer(
  content: SoapObject,
): readonly { readonly id: string; readonly name: string }[] {
  return objectsAt(content, 'Results').flatMap((object) => {
    const id = textAt(object, 'ID');
    if (object.$type !== 'Send' || id === undefined) return [];
    return [{ id, name: textAt(object, 'EmailName') ?? '' }];
  });
}
