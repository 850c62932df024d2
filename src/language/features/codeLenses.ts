/** The line above each request that runs it. */
import { localName, type TextRange } from '../xml/node.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { ScratchFile } from '../scratch/model.ts';
import { messageOf } from '../scratch/parse.ts';

export interface Lens {
  readonly title: string;
  /** Where the request's first element begins. */
  readonly range: TextRange;
}

/** @param label what the connection and business unit are called; undefined when not connected. */
export function runLenses(file: ScratchFile, catalogue: Catalogue, label: string | undefined): Lens[] {
  return file.requests.flatMap(({ root }) => {
    const message = root === undefined ? undefined : messageOf(root);
    if (root === undefined || message === undefined) return [];
    if (catalogue.operationOfRequest(localName(message.name)) === undefined) return [];
    const where = label === undefined ? '' : ` in ${label}`;
    return [{ title: `$(play) Run${where}`, range: { start: root.range.start, end: root.nameRange.end } }];
  });
}
