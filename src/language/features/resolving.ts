/** Answers what would be sent for a request of a file. */
import { resolveMethod, type ResolveAnswer, type ResolveParams } from '../../shared/languageMessages.ts';
import { requestAt } from '../scratch/parse.ts';
import { resolveRequest } from '../scratch/resolve.ts';
import { systemContext, type Feature, type Server } from '../server/server.ts';

export const resolving: Feature = {
  register(server) {
    server.connection.onRequest<ResolveAnswer, unknown>(resolveMethod, (params: ResolveParams) =>
      resolve(server, params),
    );
  },
};

function resolve(server: Server, params: ResolveParams): ResolveAnswer {
  const { uri, line } = params;
  const open = server.fileAt(uri);
  if (open === undefined) return { problem: 'The file is not open.', line: 0, character: 0 };
  const request = requestAt(open.file, open.offsetAt({ line, character: 0 }));
  if (request === undefined) return { problem: 'There is no request at this place.', line, character: 0 };
  const resolution = resolveRequest(open.file, request, server.catalogue, systemContext(params));
  if ('problem' in resolution) {
    return {
      problem: resolution.problem.message,
      ...open.positionAt(resolution.problem.range.start),
    };
  }
  return { request: { ...resolution.request, line: open.positionAt(resolution.range.start).line } };
}
