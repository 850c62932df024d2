/** Which path of the sandbox answers what. A new one is a row of this table. */
import { shippedCatalogue as catalogue, writeWsdl } from '../../catalogue/index.ts';
import { adminRoutes } from './admin/index.ts';
import type { Site } from './admin/site.ts';
import { textReply, type HttpReply, type HttpRequest } from './exchange.ts';
import { answerService } from './soapEndpoint.ts';
import { answerAuthorize } from './token/authorize.ts';
import { answerToken } from './token/endpoint.ts';
import { answerLegacyToken } from './token/legacy.ts';
import { answerUserinfo } from './userinfo.ts';

type Route = (site: Site, request: HttpRequest) => HttpReply;

/** By method and path in lower case, as on the server that it stands for. The SOAP service looks at the method itself. */
const routes: Readonly<Record<string, Route>> = {
  'POST /v2/token': answerToken,
  'GET /v2/authorize': answerAuthorize,
  'POST /v1/requesttoken': answerLegacyToken,
  'GET /v2/userinfo': answerUserinfo,
  'GET /etframework.wsdl': (site) => ({
    status: 200,
    contentType: 'text/xml; charset=utf-8',
    body: writeWsdl(catalogue, site.endpoint),
  }),
  'POST /service.asmx': answerService,
  'GET /service.asmx': answerService,
  ...Object.fromEntries(Object.entries(adminRoutes).map(([place, handler]) => [place, ownOnly(handler)])),
};

/** Answers a request. */
export function route(site: Site, request: HttpRequest): HttpReply {
  const handler = routes[`${request.method} ${request.path.toLowerCase()}`];
  return handler === undefined ? textReply(404, 'Not Found') : handler(site, request);
}

/**
 * Refuses a host name that is not the machine's own: a web page whose name was pointed at the loopback address could
 * otherwise read the answer. A page of another origin cannot change anything either.
 */
function ownOnly(handler: Route): Route {
  return (site, request) => {
    const { host = '', origin } = request.headers;
    const isLocal = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/i.test(host);
    const isOwn = origin === undefined || origin === `http://${host}`;
    return isLocal && isOwn ? handler(site, request) : textReply(403, 'Forbidden');
  };
}
