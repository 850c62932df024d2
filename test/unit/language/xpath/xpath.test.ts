/** XPath that is blind to namespaces and prefixes. */
import assert from 'node:assert/strict';
import { isXPath, XPathSubject } from '../../../../src/language/xpath/xpath.ts';

const answer = new XPathSubject([
  '<?xml version="1.0"?>\n<soap:Envelope xmlns:soap="s" xmlns="p" xmlns:xsi="x"><soap:Body><Answer>' +
    '<Results xsi:type="Send"><ID>5</ID></Results><Results xsi:type="Send"><ID><![CDATA[6]]></ID><Name/></Results>' +
    '</Answer></soap:Body></soap:Envelope>\n',
]);

describe('XPath over envelopes', () => {
  const cases: readonly (readonly [string, string, boolean, number | undefined])[] = [
    ['//Results[2]/ID', '6', true, 1],
    ['//Results', '5', true, 2],
    ['/soap:Envelope/soap:Body/Answer/p:Results/@xsi:type', 'Send', true, 2],
    ['/Envelope/Body/Answer/Results[last()]/ID/text()', '6', true, 1],
    ['//Results[@type="Send"][ID > 5]/ID', '6', true, 1],
    ['//Nothing', '', false, 0],
    ['//Name', '', true, 1],
    ['count(//Results)', '2', true, undefined],
    ['//ID = 6', 'true', true, undefined],
    ['sum(//ID) + 1', '12', true, undefined],
  ];
  for (const [expression, text, truth, nodes] of cases) {
    it(expression, () => {
      const value = answer.evaluate(expression);
      assert.deepEqual([value.text, value.truth, value.nodes], [text, truth, nodes]);
    });
  }

  it('says where what it found stands, as an XPath that finds it again', () => {
    for (const [expression, path] of [
      ['//Results[2]/ID', '/Envelope/Body/Answer/Results[2]/ID'],
      ['//Name', '/Envelope/Body/Answer/Results[2]/Name'],
      ['//Results[1]/@xsi:type', '/Envelope/Body/Answer/Results[1]/@type'],
      ['//ID/text()', '/Envelope/Body/Answer/Results[1]/ID/text()'],
    ] as const) {
      assert.equal(answer.evaluate(expression).path, path);
      assert.equal(answer.evaluate(path).text, answer.evaluate(expression).text);
    }
    assert.equal(answer.evaluate('count(//Results)').path, undefined);
  });

  it('tells an expression from what is none', () => {
    for (const bad of ['', '//a[', '//a]', '//', 'a b']) assert.equal(isXPath(bad), false, bad);
    assert.equal(isXPath('//a/b[1]'), true);
  });

  it('takes the pages of a retrieve for one answer', () => {
    const page = (status: string, ...ids: readonly number[]): string =>
      `<s:Envelope xmlns:s="s"><s:Body><R xmlns="p">${ids.map((id) => `<Results><ID>${String(id)}</ID></Results>`).join('')}<OverallStatus>${status}</OverallStatus></R></s:Body></s:Envelope>`;
    const pages = new XPathSubject([
      page('MoreDataAvailable', 1, 2),
      page('MoreDataAvailable', 3),
      page('OK', 4),
    ]);
    assert.equal(pages.evaluate('count(//Results)').text, '4');
    assert.equal(pages.evaluate('//Results[4]/ID').text, '4');
    assert.equal(pages.evaluate('count(//OverallStatus)').text, '1');
    assert.equal(pages.evaluate('//OverallStatus').text, 'OK');
  });

  it('refuses what is not XML', () => {
    assert.throws(() => new XPathSubject(['<a>']).evaluate('//a'));
  });
});
