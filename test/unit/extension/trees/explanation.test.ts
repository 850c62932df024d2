/** Why a node could not be loaded, in words. */
import assert from 'node:assert/strict';
import { explanation } from '../../../../src/extension/errors/explanation.ts';
import { MarketingCloudError } from '../../../../src/soap/pure.ts';

describe('the explanation of a failure', () => {
  it('says what was asked and where, what came back, and what to do', () => {
    const error = new MarketingCloudError('not-permitted', 'no', {
      ...{ operation: 'Retrieve', host: 'acme.soap.example.com', httpStatus: 403 },
      ...{ serverMessage: 'Insufficient privileges', requestId: 'r-1' },
    });
    const { title, detail } = explanation(error, 'Customers', 'Acme · UK');
    assert.equal(title, 'This is not permitted.');
    assert.match(detail, /^Asked: Retrieve for “Customers” in Acme · UK\.$/m);
    assert.match(detail, /^Host: acme\.soap\.example\.com$/m);
    assert.match(detail, /The service says: “Insufficient privileges”/);
    assert.match(detail, /HTTP status: 403/);
    assert.match(detail, /Request ID, for the vendor’s support: r-1/);
    assert.match(detail, /What to do: Add the scope/);
  });

  it('says as much as is known of an error of another kind', () => {
    const { title, detail } = explanation(new Error('It broke'), undefined, undefined);
    assert.equal(title, 'It broke');
    assert.match(detail, /^Asked: A request\.\n\nWhat to do: /);
  });
});
