/** Which trees of the side bar show objects of a type: what a request has written is seen there at once. */
import type { AccountTree } from './loadTree.ts';

/** Several trees show folders. */
const shownIn: Readonly<Record<string, readonly AccountTree[]>> = {
  DataExtension: ['dataExtensions'],
  DataExtensionField: ['dataExtensions'],
  DataFolder: ['dataExtensions', 'lists'],
  EmailSendDefinition: ['sends'],
  Group: ['lists'],
  ImportDefinition: ['imports'],
  List: ['lists'],
  PublicationList: ['lists'],
  Send: ['sends'],
  Subscriber: ['lists'],
  TriggeredSendDefinition: ['sends'],
};

/** @param types names of API objects, such as `DataExtension` */
export function treesShowing(types: readonly string[]): readonly AccountTree[] {
  return [...new Set(types.flatMap((type) => shownIn[type] ?? []))];
}
