/** The service that the bench talks to: answers prepared beforehand, so that its own work does not count. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { shippedCatalogue, writeWsdl } from '../../src/catalogue/index.ts';
import { answerOf, plainRow } from '../support/rowDocuments.ts';
import { cellText, columns, pageSize, rowCount } from './rows.ts';

const pages = Array.from({ length: rowCount / pageSize }, (_, page) => {
  const rows = Array.from({ length: pageSize }, (_unused, index) => {
    const row = page * pageSize + index;
    return plainRow(
      columns,
      columns.map((_name, column) => cellText(row, column)),
    );
  });
  const isLast = page === rowCount / pageSize - 1;
  return Buffer.from(answerOf(rows, isLast ? 'OK' : 'MoreDataAvailable', `page-${String(page + 1)}`));
});

/** Answers to a Create, by the number of objects in it. */
const createAnswers = new Map<number, Buffer>();

function createAnswer(count: number): Buffer {
  let answer = createAnswers.get(count);
  if (answer === undefined) {
    const results = Array.from(
      { length: count },
      (_, index) =>
        `<Results><StatusCode>OK</StatusCode><StatusMessage>Created Subscriber.</StatusMessage><OrdinalID>${String(index)}</OrdinalID><NewID>${String(index + 1)}</NewID>${echo(index)}</Results>`,
    );
    const text = answerOf([]).replace(/<RetrieveResponseMsg.*<\/RetrieveResponseMsg>/s, () => {
      const message = `${results.join('')}<RequestID>r</RequestID><OverallStatus>OK</OverallStatus>`;
      return `<CreateResponse xmlns="http://exacttarget.com/wsdl/partnerAPI">${message}</CreateResponse>`;
    });
    answer = Buffer.from(text);
    createAnswers.set(count, answer);
  }
  return answer;
}

/** The service sends back the object that it created. */
function echo(index: number): string {
  const nil = '<PartnerKey xsi:nil="true" />';
  return (
    `<Object xsi:type="Subscriber">${nil}<ID>${String(index + 1)}</ID><ObjectID xsi:nil="true" />` +
    `<EmailAddress>person${String(index)}@example.com</EmailAddress>` +
    '<Attributes><Name>First Name</Name><Value>Ann</Value></Attributes>' +
    `<SubscriberKey>key-${String(index)}</SubscriberKey></Object>`
  );
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

/** What clients ask for before they begin: a WSDL, a token. */
function preliminary(request: IncomingMessage): Buffer | undefined {
  const address = `http://${request.headers.host ?? ''}/`;
  if (request.url === '/etframework.wsdl')
    return Buffer.from(writeWsdl(shippedCatalogue, `${address}Service.asmx`));
  if (request.url !== '/v2/token') return undefined;
  const token = { access_token: 't', token_type: 'Bearer', expires_in: 1079, soap_instance_url: address };
  return Buffer.from(JSON.stringify({ ...token, rest_instance_url: address, scope: '' }));
}

async function answerTo(request: IncomingMessage): Promise<Buffer> {
  const body = await read(request);
  const first = preliminary(request);
  if (first !== undefined) return first;
  if (request.headers['soapaction']?.toString().includes('Create') === true) {
    return createAnswer(body.split('<Objects').length - 1);
  }
  const page = /page-(\d+)</.exec(body)?.[1] ?? '0';
  return pages[Number(page)] ?? Buffer.alloc(0);
}

const server = createServer((request, response) => {
  answerTo(request)
    .then((body) => {
      const type = request.url === '/v2/token' ? 'application/json' : 'text/xml; charset=utf-8';
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
