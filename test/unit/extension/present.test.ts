/** Every error has words for a person: what happened, and what to do. */
import assert from 'node:assert/strict';
import {
  authAddressOf,
  readConnection,
  soapAddressOf,
} from '../../../src/extension/connections/connection.ts';
import { describeError, ExplainedError } from '../../../src/extension/errors/describeError.ts';
import { presentations } from '../../../src/extension/errors/present.ts';
import { errorCodes, MarketingCloudError } from '../../../src/soap/index.ts';

describe('error presentation', () => {
  it('has a text for every code, and no code twice the same', () => {
    assert.deepEqual(Object.keys(presentations).sort(), [...errorCodes].sort());
    const titles = errorCodes.map((code) => describeError(new MarketingCloudError(code, 'm')).title);
    assert.equal(new Set(titles).size, titles.length);
    for (const code of errorCodes) {
      const { title, advice } = describeError(new MarketingCloudError(code, 'm', { host: 'h.example' }));
      assert.match(title, /^[A-Z].*\.$/, code);
      assert.match(advice, /^[A-Z].*\.$/, code);
    }
  });

  it('passes on the service’s own words', () => {
    const error = new MarketingCloudError('request-rejected', 'x', { serverMessage: 'Foo does not match' });
    assert.equal(describeError(error).serverMessage, 'Foo does not match');
  });

  it('takes secrets out of what others throw', () => {
    assert.ok(!describeError(new Error('client_secret=abc failed')).title.includes('abc'));
    assert.deepEqual(describeError(new ExplainedError('T.', 'A.')), { title: 'T.', advice: 'A.' });
  });
});

describe('connections', () => {
  it('find the token service from whatever the package shows', () => {
    const address = 'https://mc123.auth.marketingcloudapis.com/';
    for (const given of [
      'mc123',
      ' mc123 ',
      'https://mc123.auth.marketingcloudapis.com/',
      'https://mc123.soap.marketingcloudapis.com/Service.asmx',
      'https://mc123.rest.marketingcloudapis.com',
    ]) {
      assert.equal(authAddressOf(given), address, given);
    }
    assert.equal(authAddressOf('http://127.0.0.1:8080'), 'http://127.0.0.1:8080/');
    assert.equal(authAddressOf('https://gateway.example/x'), 'https://gateway.example/');
  });

  it('never send a secret in the clear to another machine', () => {
    assert.equal(authAddressOf('http://gateway.example'), undefined);
    assert.equal(authAddressOf('ftp://x'), undefined);
    assert.equal(authAddressOf('not a subdomain'), undefined);
    assert.equal(authAddressOf(''), undefined);
  });

  it('are read from the settings only when they are whole, and never with a secret', () => {
    const whole = { name: 'A', subdomain: 'mc1', clientId: 'c', mid: 7 };
    assert.deepEqual(readConnection({ ...whole, clientSecret: 'x', mid: 7 }), whole);
    const guarded = { ...whole, production: true, readOnly: true };
    assert.deepEqual(readConnection({ ...guarded, other: 1 }), guarded);
    assert.deepEqual(readConnection({ ...whole, production: 'yes' }), whole);
    for (const broken of [null, 'x', {}, { ...whole, name: '' }, { ...whole, subdomain: 3 }]) {
      assert.equal(readConnection(broken), undefined);
    }
  });

  it('say how to sign in, and need no more than that way does', () => {
    const name = 'A';
    const soapAddress = 'https://webservice.s4.exacttarget.com/Service.asmx';
    const nobody = { name, subdomain: '', clientId: '' };
    for (const whole of [
      { name, signIn: 'browser', subdomain: 'mc1', clientId: 'c', redirectUri: 'http://127.0.0.1:53682/' },
      { ...nobody, signIn: 'userName', soapAddress, userName: 'api' },
      { ...nobody, signIn: 'legacyPackage', soapAddress, clientId: 'c' },
      { ...nobody, signIn: 'token', soapAddress },
    ]) {
      assert.deepEqual(readConnection({ ...whole, password: 'x', token: 'y' }), whole);
      const { redirectUri: _, soapAddress: __, ...less } = { redirectUri: '', soapAddress: '', ...whole };
      assert.equal(readConnection(less), undefined, whole.signIn);
    }
    assert.equal(readConnection({ ...nobody, subdomain: 'mc1', clientId: 'c', signIn: 'other' }), undefined);
  });

  it('find the SOAP service of a tenant, of a legacy instance, or at its address', () => {
    const tenant = 'https://mc1.soap.marketingcloudapis.com/Service.asmx';
    for (const [given, address] of [
      ['mc1', tenant],
      ['https://mc1.auth.marketingcloudapis.com/', tenant],
      ['s1', 'https://webservice.exacttarget.com/Service.asmx'],
      ['S10', 'https://webservice.s10.exacttarget.com/Service.asmx'],
      ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/Service.asmx'],
      ['https://gateway.example/soap', 'https://gateway.example/soap'],
      ['http://gateway.example', undefined],
      ['not one', undefined],
    ] as const) {
      assert.equal(soapAddressOf(given), address, given);
    }
  });
});
