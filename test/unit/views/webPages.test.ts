/** Addresses of the web application: those that are sure, and the way in where one is not. */
import assert from 'node:assert/strict';
import { readStack, stackOfAddress, webPage } from '../../../src/views/webPages.ts';

describe('the web application', () => {
  it('is on the stack that the service names, and on none that is not one', () => {
    assert.deepEqual(['S50', 's7', 'S0', '', 'S50.evil.example', undefined].map(readStack), [
      's50',
      's7',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is found by the address of an older service, and of no other', () => {
    assert.equal(stackOfAddress('https://webservice.s4.exacttarget.com/Service.asmx'), 's4');
    assert.equal(stackOfAddress('https://webservice.exacttarget.com/Service.asmx'), undefined);
    assert.equal(stackOfAddress('https://webservice.s4.exacttarget.com.example.com/'), undefined);
  });

  it('shows a data extension on a page of its own, and the application of what has none', () => {
    assert.equal(
      webPage('s50', 'dataExtension', '0f0e-1'),
      'https://mc.s50.marketingcloudapps.com/contactsmeta/admin.html#admin/data-extension/0f0e-1/properties/',
    );
    assert.equal(webPage('s50', 'send'), 'https://mc.s50.exacttarget.com/cloud/#app/Email');
    assert.equal(webPage('s50', 'folder'), 'https://mc.s50.exacttarget.com/cloud/#app/Email');
    assert.equal(
      webPage('s50', 'importDefinition'),
      'https://mc.s50.exacttarget.com/cloud/#app/Automation%20Studio/AutomationStudioFuel3/',
    );
    assert.equal(webPage('s50', 'dataExtension'), 'https://mc.s50.exacttarget.com/cloud/');
  });

  it('is entered by its log-in page where the stack is not known', () => {
    assert.equal(webPage(undefined, 'dataExtension', '0f0e-1'), 'https://mc.exacttarget.com/cloud/');
  });
});
