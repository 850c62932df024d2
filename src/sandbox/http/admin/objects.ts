/** `/_sandbox/objects`: how much of everything the org holds. */
import { jsonReply, type HttpReply } from '../exchange.ts';
import type { Site } from './site.ts';

export function showObjects({ org, clock }: Site): HttpReply {
  const now = clock.now();
  org.advance(now);
  const accounts = org.accounts.map(({ mid, name }) => ({ mid, name }));
  const extensions = [...org.dataExtensions.all()];
  return jsonReply(200, {
    accounts,
    counts: {
      'Data extensions': extensions.length,
      Folders: org.folders.size,
      Lists: org.lists.size,
      Groups: org.groups.size,
      Subscribers: org.subscribers.size,
      'E-mails': org.emails.size,
      'Send definitions': org.sendDefinitions.size,
      'Triggered send definitions': org.triggeredSendDefinitions.size,
      'Query definitions': org.kept.of('QueryDefinition').size,
      'Filter definitions': org.kept.of('FilterDefinition').size,
      'Suppression lists': org.kept.of('SuppressionListDefinition').size,
      'File triggers': org.kept.of('FileTrigger').size,
      'Import definitions': org.kept.of('ImportDefinition').size,
      Automations: org.kept.of('Automation').size,
      Sends: org.sends.until(now).length,
      'Import runs': org.imports.length,
      'Asynchronous requests': [...org.asyncRequests.all(now)].length,
      Users: org.users.size,
      Files: org.files.list().length,
    },
  });
}
