/** `POST /Service.asmx`: the door of the SOAP service, stage 0 of its pipeline. */
import { answerSoap, type Service } from '../service/pipeline.ts';
import { mediaTypeOf, textReply, type HttpReply, type HttpRequest } from './exchange.ts';

/** Takes the message out of an HTTP request. What has no XML media type never reaches SOAP (as in ASP.NET). */
export function answerService(service: Service, request: HttpRequest): HttpReply {
  if (request.method !== 'POST') return textReply(405, 'Method Not Allowed', { Allow: 'POST' });
  const mediaType = mediaTypeOf(request);
  if (mediaType !== 'text/xml' && mediaType !== 'application/soap+xml') {
    return textReply(415, 'Unsupported Media Type');
  }
  const text = decode(request);
  if (text === undefined) return textReply(400, 'Bad Request');
  const version = mediaType === 'text/xml' ? '1.1' : '1.2';
  return answerSoap(service, { text, version, action: actionOf(request) });
}

/** The body as text without its byte order mark; undefined when it is not UTF-8, the only encoding that is taken. */
function decode(request: HttpRequest): string | undefined {
  const charset = /charset\s*=\s*"?([\w.-]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(charset)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(request.body);
  } catch {
    return undefined;
  }
}

/** The verb, with or without quotes; SOAP 1.2 has it as a parameter of the media type. */
function actionOf(request: HttpRequest): string | undefined {
  const header = request.headers['soapaction']?.trim();
  const action =
    header ?? /;\s*action\s*=\s*("[^"]*"|[^;\s]*)/i.exec(request.headers['content-type'] ?? '')?.[1];
  return action?.replace(/^"(.*)"$/, '$1');
}
