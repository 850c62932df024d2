/** Writing e-mails. Codes are documented, texts follow the pattern of others: none was recorded. */
import type { Email } from '../org/content.ts';
import type { Write } from './apiObject.ts';
import { emailNamed, rootFolder } from './named.ts';
import { echoOf, refused, type Outcome } from './outcome.ts';

export function createEmail(write: Write): Outcome {
  const { org, account, object, now } = write;
  const name = object.text('Name', '');
  if (name === '' || name.length > 100)
    return refused(4004, 'The name of the email must have 1 to 100 characters.', object);
  const key = object.text('CustomerKey') ?? org.random.guid();
  if (key.length > 36) return refused(4004, 'The CustomerKey is longer than 36 characters.', object);
  if (org.emails.find(account.mid, 'key', key) !== undefined) {
    return refused(1, `The CustomerKey ${key} is already in use.`, object);
  }
  const folderId = folderOf(write, rootFolder(write, 'email'));
  if (folderId === undefined) return refused(4002, 'The category of the email is not valid.', object);
  const htmlBody = object.text('HTMLBody', '');
  const made: Email = {
    mid: account.mid,
    id: org.nextId('email'),
    key,
    name,
    subject: object.text('Subject', ''),
    preHeader: object.text('PreHeader', ''),
    folderId,
    htmlBody,
    textBody: object.text('TextBody', ''),
    links: linksIn(htmlBody),
    createdAt: now,
    modifiedAt: now,
  };
  org.emails.add(made);
  const echo = echoOf(object, { ID: made.id, CustomerKey: key });
  return { ok: true, message: 'Email created', newId: made.id, echo };
}

export function updateEmail(write: Write): Outcome {
  const { org, object, now } = write;
  const found = emailNamed(write, object);
  if (found === undefined) return refused(4001, 'The email does not exist.', object);
  const folderId = object.has('CategoryID') ? folderOf(write, undefined) : found.folderId;
  if (folderId === undefined) return refused(4002, 'The category of the email is not valid.', object);
  org.emails.update(found, () => {
    found.name = object.text('Name', found.name);
    found.subject = object.text('Subject', found.subject);
    found.preHeader = object.text('PreHeader', found.preHeader);
    found.htmlBody = object.text('HTMLBody', found.htmlBody);
    found.textBody = object.text('TextBody', found.textBody);
    found.links = object.has('HTMLBody') ? linksIn(found.htmlBody) : found.links;
    found.folderId = folderId;
    found.modifiedAt = now;
  });
  return { ok: true, message: 'Email updated', echo: object };
}

export function deleteEmail(write: Write): Outcome {
  const found = emailNamed(write, write.object);
  if (found === undefined) return refused(4001, 'The email does not exist.', write.object);
  write.org.emails.remove(found);
  return { ok: true, message: 'Email deleted', echo: write.object };
}

function folderOf({ org, account, object }: Write, fallback: number | undefined): number | undefined {
  const id = object.number('CategoryID');
  if (id === undefined || id === 0) return fallback;
  const folder = org.folders.find(account.mid, 'id', id);
  return folder?.contentType === 'email' ? folder.id : undefined;
}

/** The links that click events can name. */
function linksIn(html: string): readonly string[] {
  const links = [...html.matchAll(/<a\s[^>]*href="(https?:[^"]+)"/gi)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  );
  return [...new Set(links)];
}
