/** C7: a call is smaller than 5 MB. */
import { splitFix } from '../edits/split.ts';
import { bytesPerCall } from '../limits.ts';
import type { Subject, TypedElement } from '../subject/subject.ts';
import type { TextRange } from '../xml/node.ts';
import type { Rule } from './rule.ts';

export const payloadSize: Rule = {
  code: 'payload-size',
  rows: ['C7'],
  title: 'Less than 5 MB in a call',
  severity: 'warning',
  check: (subject) => {
    const { objects, message } = subject;
    // No character has fewer bytes than one, nor more than three for each of its units.
    if ((message.range.end - message.range.start) * 3 < bytesPerCall) return [];
    const size = sizeOf(subject, message.range);
    if (size < bytesPerCall) return [];
    const large = objects.filter(({ element }) => sizeOf(subject, element.range) >= bytesPerCall);
    if (large.length > 0) {
      return large.map(({ element }) => ({
        message: `This object alone has ${megabytes(sizeOf(subject, element.range))}. A call takes less than ${megabytes(bytesPerCall)}, so it cannot be sent in one.`,
        range: element.nameRange,
      }));
    }
    return [
      {
        message: `This call has ${megabytes(size)}; the service takes less than ${megabytes(bytesPerCall)}.`,
        range: message.nameRange,
        fixes: () => splitFix(subject, groupsBySize(subject)),
      },
    ];
  },
};

function sizeOf({ file }: Subject, { start, end }: TextRange): number {
  return new TextEncoder().encode(file.text.slice(start, end)).length;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** As many objects together as fit into a call, what stands around them included. */
function groupsBySize(subject: Subject): TypedElement[][] {
  const groups: TypedElement[][] = [];
  const sizes = subject.objects.map(({ element }) => sizeOf(subject, element.range));
  const around = sizeOf(subject, subject.message.range) - sizes.reduce((sum, size) => sum + size, 0);
  let total = Infinity;
  subject.objects.forEach((object, index) => {
    const size = sizes[index] ?? 0;
    if (total + size >= bytesPerCall) {
      groups.push([]);
      total = around;
    }
    groups.at(-1)?.push(object);
    total += size;
  });
  return groups;
}
