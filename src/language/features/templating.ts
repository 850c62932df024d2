/** Answers a request of a file as a tree, for copying it as a program. */
import { templateMethod, type TemplateAnswer, type TemplateParams } from '../../shared/requestTemplate.ts';
import { requestAt } from '../scratch/parse.ts';
import { templateOf } from '../scratch/template.ts';
import { systemContext, type Feature, type Server } from '../server/server.ts';

export const templating: Feature = {
  register(server) {
    server.connection.onRequest<TemplateAnswer, unknown>(templateMethod, (params: TemplateParams) =>
      template(server, params),
    );
  },
};

function template(server: Server, params: TemplateParams): TemplateAnswer {
  const { uri, line } = params;
  const open = server.fileAt(uri);
  if (open === undefined) return { problem: 'The file is not open.', line: 0, character: 0 };
  const request = requestAt(open.file, open.offsetAt({ line, character: 0 }));
  if (request === undefined) return { problem: 'There is no request at this place.', line, character: 0 };
  const result = templateOf(open.file, request, server.catalogue, systemContext(params));
  if ('template' in result) return result;
  return { problem: result.problem.message, ...open.positionAt(result.problem.range.start) };
}
