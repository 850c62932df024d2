/** What people and requests know a node by. */
import type { NodeSubject } from '../../views/index.ts';

/** Its key, else its number or its name; undefined for what has none. */
export function keyOfSubject(subject: NodeSubject): string | undefined {
  if ('key' in subject && subject.key !== '') return subject.key;
  switch (subject.kind) {
    case 'list':
    case 'group':
    case 'send':
    case 'extractType':
      return String(subject.id);
    case 'field':
      return subject.name;
    case 'importRun':
      return subject.taskId;
    default:
      return undefined;
  }
}
