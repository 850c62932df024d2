/**
 * The service that the bench talks to: answers prepared beforehand, so that its own work does not count. The first
 * step of the path tells what it gives: `narrow` or `wide` rows, or `slow`, which takes its time.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { shippedCatalogue, writeWsdl } from '../../src/catalogue/index.ts';
import { answerOf, plainRow } from '../support/rowDocuments.ts';
import { cellText, pageSize, tables, type TableShape } from './rows.ts';
import { subscribers, type BenchSubscriber } from './subscribers.ts';

/** Milliseconds that the service works on a call, where it does. */
const serverTime = 20;

function pagesOf(table: TableShape): Buffer[] {
  const { columns, rowCount } = table;
  return Array.from({ length: rowCount / pageSize }, (_, page) => {
    const rows = Array.from({ length: pageSize }, (_unused, index) => {
      const row = page * pageSize + index;
      return plainRow(
        columns,
        columns.map((_name, column) => cellText(table, row, column)),
      );
    });
    const isLast = page === rowCount / pageSize - 1;
    return Buffer.from(answerOf(rows, isLast ? 'OK' : 'MoreDataAvailable', `page-${String(page + 1)}`));
  });
}

const pages = { narrow: pagesOf(tables.narrow), wide: pagesOf(tables.wide) };

/** Answers to a Create, by the number of objects in it and of attributes of each. */
const createAnswers = new Map<string, Buffer>();

function createAnswer(body: string): Buffer {
  const count = (piece: string): number => body.split(piece).length - 1;
  const objects = count('<Objects');
  const attributes = count('<Attributes') / objects;
  const known = `${String(objects)} ${String(attributes)}`;
  let answer = createAnswers.get(known);
  if (answer === undefined) {
    const results = subscribers(objects, attributes).map(
      (subscriber, index) =>
        `<Results><StatusCode>OK</StatusCode><StatusMessage>Created Subscriber.</StatusMessage><OrdinalID>${String(index)}</OrdinalID><NewID>${String(index + 1)}</NewID>${echo(subscriber, index + 1)}</Results>`,
    );
    const text = answerOf([]).replace(/<RetrieveResponseMsg.*<\/RetrieveResponseMsg>/s, () => {
      const message = `${results.join('')}<RequestID>r</RequestID><OverallStatus>OK</OverallStatus>`;
      return `<CreateResponse xmlns="http://exacttarget.com/wsdl/partnerAPI">${message}</CreateResponse>`;
    });
    answer = Buffer.from(text);
    createAnswers.set(known, answer);
  }
  return answer;
}

/** The service sends back the object that it created, as recorded. */
function echo({ email, key, attributes }: BenchSubscriber, id: number): string {
  const given = attributes.map(
    ({ Name, Value }) => `<Attributes><Name>${Name}</Name><Value>${Value}</Value></Attributes>`,
  );
  return (
    `<Object xsi:type="Subscriber"><PartnerKey xsi:nil="true" /><ID>${String(id)}</ID><ObjectID xsi:nil="true" />` +
    `<EmailAddress>${email}</EmailAddress>${given.join('')}<SubscriberKey>${key}</SubscriberKey></Object>`
  );
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

/** What clients ask for before they begin: a WSDL, a token. */
function preliminary({ url = '', headers }: IncomingMessage): Buffer | undefined {
  const host = `http://${headers.host ?? ''}`;
  if (url.endsWith('/etframework.wsdl')) {
    const service = host + url.replace('etframework.wsdl', 'Service.asmx');
    return Buffer.from(writeWsdl(shippedCatalogue, service));
  }
  if (!url.endsWith('/v2/token')) return undefined;
  const address = host + url.replace('v2/token', '');
  const token = { access_token: 't', token_type: 'Bearer', expires_in: 1079, soap_instance_url: address };
  return Buffer.from(JSON.stringify({ ...token, rest_instance_url: address, scope: '' }));
}

async function answerTo(request: IncomingMessage): Promise<Buffer> {
  const body = await read(request);
  const first = preliminary(request);
  if (first !== undefined) return first;
  const variant = request.url?.split('/')[1] ?? '';
  if (variant === 'slow') await sleep(serverTime);
  if (request.headers['soapaction']?.toString().includes('Create') === true) return createAnswer(body);
  const page = /page-(\d+)</.exec(body)?.[1] ?? '0';
  return pages[variant as keyof typeof pages][Number(page)] ?? Buffer.alloc(0);
}

const server = createServer((request, response) => {
  answerTo(request)
    .then((body) => {
      const isToken = request.url?.endsWith('/v2/token') === true;
      const type = isToken ? 'application/json' : 'text/xml; charset=utf-8';
      response.writeHead(200, { 'content-type': type, 'content-length': body.length });
      response.end(body);
    })
    .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`http://127.0.0.1:${String(port)}/`);
});
