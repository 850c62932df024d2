/** Which path of the sandbox answers what. A new one is a row of this table. */
import { shippedCatalogue as catalogue, writeWsdl } from '../../catalogue/index.ts';
import type { SandboxConnection } from '../contracts.ts';
import type { Service } from '../service/pipeline.ts';
import { jsonReply, textReply, type HttpReply, type HttpRequest } from './exchange.ts';
import { answerService } from './soapEndpoint.ts';
import { answerToken, type TokenService } from './tokenEndpoint.ts';
import { answerUserinfo } from './userinfo.ts';

export interface Site extends Service, TokenService {
  readonly connection: SandboxConnection;
}

type Route = (site: Site, request: HttpRequest) => HttpReply;

/** By method and path in lower case, as on the server that it stands for. The SOAP service looks at the method itself. */
const routes: Readonly<Record<string, Route>> = {
  'POST /v2/token': answerToken,
  'GET /v2/userinfo': answerUserinfo,
  'GET /etframework.wsdl': (site) => ({
    status: 200,
    contentType: 'text/xml; charset=utf-8',
    body: writeWsdl(catalogue, site.endpoint),
  }),
  'POST /service.asmx': answerService,
  'GET /service.asmx': answerService,
  'GET /_sandbox/connection': forLoopback((site) => jsonReply(200, site.connection)),
  'GET /_sandbox/journal': forLoopback((site) => jsonReply(200, site.journal.all())),
};

/** Answers a request. */
export function route(site: Site, request: HttpRequest): HttpReply {
  const handler = routes[`${request.method} ${request.path.toLowerCase()}`];
  return handler === undefined ? textReply(404, 'Not Found') : handler(site, request);
}

/**
 * Refuses a host name that is not the machine's own: a web page whose name was pointed at the loopback address could
 * otherwise read the answer.
 */
function forLoopback(handler: Route): Route {
  return (site, request) => {
    const local = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/i.test(request.headers['host'] ?? '');
    return local ? handler(site, request) : textReply(403, 'Forbidden');
  };
}
