/** HTTP through a proxy, and over TLS with certificates of a company. */
import assert from 'node:assert/strict';
import http from 'node:http';
import https, { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { NodeTransport, type HttpRequest } from '../../../src/soap/index.ts';
import { readText } from '../../../src/soap/transport/transport.ts';
import { startProxy } from '../../support/proxy.ts';
import { failsWith } from '../../support/scriptedClient.ts';
import { testCertificate, type TestCertificate } from '../../support/tls.ts';

const host = 'tenant.soap.example';
const request: HttpRequest = {
  method: 'POST',
  url: `https://${host}/Service.asmx`,
  headers: { 'content-type': 'text/xml' },
  body: '<q/>',
  timeout: 5000,
};

describe('transport, TLS and proxy', () => {
  let certificate: TestCertificate;
  let server: Server;
  let port: number;
  /** Connections that the server took. */
  let connections = 0;

  before(async () => {
    certificate = await testCertificate(host, 'localhost');
    server = createServer(certificate, (_request, response) => response.end('<answer/>'));
    server.on('secureConnection', () => (connections += 1));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = async (transport: NodeTransport, wanted: HttpRequest = request): Promise<string> => {
    const response = await transport.send(wanted);
    return readText(response);
  };

  it('goes through a proxy to a host that only the proxy can find, and keeps the tunnel', async () => {
    const proxy = await startProxy({ port });
    const transport = new NodeTransport({ proxy: proxy.address, ca: [certificate.cert] });
    connections = 0;
    assert.equal(await ask(transport), '<answer/>');
    assert.equal(await ask(transport), '<answer/>');
    assert.deepEqual(proxy.asked, [`CONNECT ${host}:443`]);
    assert.equal(connections, 1);
    await transport.close();
    await proxy.stop();
  });

  it('tells the proxy who asks, when its address says so', async () => {
    const proxy = await startProxy({ port });
    const address = proxy.address.replace('//', '//ann:p%40ss@');
    const transport = new NodeTransport({ proxy: address, ca: [certificate.cert] });
    await ask(transport);
    assert.deepEqual(proxy.asked, [`CONNECT ${host}:443 Basic ${btoa('ann:p@ss')}`]);
    await transport.close();
    await proxy.stop();
  });

  it('says that the proxy refused, and does not take its page for an answer', async () => {
    const proxy = await startProxy({ port }, 407);
    const transport = new NodeTransport({ proxy: proxy.address, ca: [certificate.cert] });
    await assert.rejects(ask(transport), failsWith('proxy-refused', /Who are you\?|407/));
    await transport.close();
    await proxy.stop();
  });

  it('finds the proxy in the environment, and leaves out what NO_PROXY names', async () => {
    const proxy = await startProxy({ port });
    process.env['https_proxy'] = proxy.address;
    process.env['http_proxy'] = proxy.address;
    process.env['no_proxy'] = 'localhost';
    try {
      const transport = new NodeTransport({ ca: [certificate.cert] });
      assert.equal(await ask(transport), '<answer/>');
      assert.equal(await ask(transport, { ...request, url: 'http://plain.example/x' }), '<through-proxy/>');
      assert.equal(
        await ask(transport, { ...request, url: `https://localhost:${String(port)}/` }),
        '<answer/>',
      );
      assert.deepEqual(proxy.asked, [`CONNECT ${host}:443`, 'http://plain.example/x']);
      await transport.close();
    } finally {
      delete process.env['https_proxy'];
      delete process.env['http_proxy'];
      delete process.env['no_proxy'];
      await proxy.stop();
    }
  });

  it('refuses a certificate that nobody vouches for, or of another host', async () => {
    const url = `https://localhost:${String(port)}/`;
    const stranger = new NodeTransport();
    await assert.rejects(ask(stranger, { ...request, url }), failsWith('tls-failed'));
    await stranger.close();
    const transport = new NodeTransport({ ca: [certificate.cert] });
    assert.equal(await ask(transport, { ...request, url }), '<answer/>');
    const other = { ...request, url: `https://127.0.0.1:${String(port)}/` };
    await assert.rejects(ask(transport, other), failsWith('tls-failed'));
    await transport.close();
  });

  it('uses the modules of an editor in place of Node’s', async () => {
    let asked = 0;
    const modules = {
      http,
      https: {
        Agent: https.Agent,
        request: ((...args: Parameters<typeof https.request>) => {
          asked += 1;
          return https.request(...args);
        }) as typeof https.request,
      },
    };
    const transport = new NodeTransport({ modules, proxy: 'none', ca: [certificate.cert] });
    assert.equal(
      await ask(transport, { ...request, url: `https://localhost:${String(port)}/` }),
      '<answer/>',
    );
    assert.equal(asked, 1);
    await transport.close();
  });
});
