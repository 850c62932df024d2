/** `/_sandbox/files`: the files of the FTP account, for programs that have no folder to put them into. */
import { fileFolders, isFileName, type FileFolder } from '../../org/files.ts';
import { jsonReply, type HttpReply, type HttpRequest } from '../exchange.ts';
import { badRequest } from './body.ts';
import type { Site } from './site.ts';

export function listFiles({ org, clock }: Site): HttpReply {
  org.advance(clock.now());
  return jsonReply(200, org.files.list());
}

/** `GET /_sandbox/file?folder=Export&name=orders.csv`: the file itself. */
export function readFile({ org, clock }: Site, { query }: HttpRequest): HttpReply {
  org.advance(clock.now());
  const place = placeOf(query);
  if (place === undefined) return badRequest(usage);
  const content = org.files.read(place.folder, place.name);
  if (content === undefined)
    return jsonReply(404, { error: `There is no file ${place.name} in ${place.folder}.` });
  return { status: 200, contentType: 'application/octet-stream', body: [content] };
}

/** `PUT /_sandbox/file?folder=Import&name=people.csv`: the body is the file. */
export function putFile(site: Site, { query, body }: HttpRequest): HttpReply {
  const place = placeOf(query);
  if (place === undefined) return badRequest(usage);
  site.org.files.write(place.folder, place.name, body);
  return listFiles(site);
}

export function deleteFile(site: Site, { query }: HttpRequest): HttpReply {
  const place = placeOf(query);
  if (place === undefined) return badRequest(usage);
  site.org.files.remove(place.folder, place.name);
  return listFiles(site);
}

const usage = 'A file is named by ?folder=Import&name=people.csv; the folders are Import and Export.';

function placeOf(query: URLSearchParams): { readonly folder: FileFolder; readonly name: string } | undefined {
  const name = query.get('name') ?? '';
  const folder = fileFolders.find(
    (each) => each.toLowerCase() === (query.get('folder') ?? 'Import').toLowerCase(),
  );
  return folder === undefined || !isFileName(name) ? undefined : { folder, name };
}
