/** The guide for imports: what it says of a file, and what it makes works in the sandbox org (A8, D6, E1 to E7). */
import assert from 'node:assert/strict';
import { liveChoices } from '../../../src/extension/guides/liveChoices.ts';
import type { Answers, Choice, Question } from '../../../src/guides/guide.ts';
import { guides } from '../../../src/guides/index.ts';
import { writeXml } from '../../../src/guides/xml.ts';
import { objectsAt, textAt } from '../../../src/soap/index.ts';
import { guideAnswers } from '../../support/guideAnswers.ts';
import { runGuide, succeeded } from '../../support/guideRuns.ts';
import { openOrg, type TestOrg } from '../../support/org.ts';

function question(key: string): Question {
  const found = guides.importData.questions.find((each) => each.key === key);
  assert.ok(found !== undefined, key);
  return found;
}

function choices(key: string, answers: Answers): readonly Choice[] {
  const asked = question(key);
  assert.ok(asked.kind === 'choice');
  return typeof asked.choices === 'function' ? asked.choices(answers) : asked.choices;
}

function check(key: string, value: string, answers: Answers = {}): string | undefined {
  const asked = question(key);
  assert.ok(asked.kind === 'text' || asked.kind === 'file');
  return asked.check(value, answers);
}

function initial(key: string, answers: Answers): string | undefined {
  const asked = question(key);
  assert.ok(asked.kind === 'text');
  return typeof asked.initial === 'function' ? asked.initial(answers) : asked.initial;
}

const file = 'Key\tMail\tNote\n1\ta@example.com\tx,y\n2\tb@example.com\n';
const sample: Answers = { kind: 'file', sample: 'yes', file, 'file.bytes': String(file.length) };

describe('the guide for imports', () => {
  it('finds the delimiter of a file (E5)', () => {
    const types = choices('type', sample);
    assert.deepEqual(
      types.map(({ value, isPicked, description }) => [value, isPicked, description]),
      [
        ['CSV', false, 'one column'],
        ['TAB', true, '3 columns'],
        ['Other', false, undefined],
      ],
    );
    const delimiter = question('delimiter');
    assert.ok(delimiter.kind === 'text');
    assert.equal(delimiter.preview?.('@', sample), 'It finds one column');
  });

  it('shows the first rows, and says what is odd about them (E1)', () => {
    const shown = choices('headings', { ...sample, type: 'TAB' });
    const infos = shown.filter(({ isInfo }) => isInfo === true).map(({ label }) => label);
    assert.deepEqual(infos, [
      'Key · Mail · Note',
      '1 · a@example.com · x,y',
      '2 · b@example.com',
      '$(warning) Row 3 has 2 values, the first 3.',
    ]);
    const twice = choices('headings', { ...sample, file: 'a,A\n1,2\n', type: 'CSV' });
    assert.ok(twice.some(({ label }) => label.includes('Two columns are called “a”')));
    assert.match(check('file', 'a\0b') ?? '', /no text in UTF-8/);
    assert.match(check('file', ' \n') ?? '', /empty/);
  });

  it('tells who has a large file to import it in batches (D6)', () => {
    const large = choices('headings', { ...sample, type: 'TAB', 'file.bytes': '120000000' });
    assert.ok(large.some(({ label }) => label.includes('120 MB: import it in batches')));
    const small = choices('headings', { ...sample, type: 'TAB' });
    assert.ok(small.every(({ label }) => !label.includes('batches')));
  });

  it('leaves the line out at which reading a large file ended', () => {
    const cut = { ...sample, file: 'a,b\n1,2\n3', 'file.bytes': '999999', type: 'CSV' };
    assert.ok(choices('headings', cut).every(({ label }) => !label.includes('values')));
  });

  it('chooses the columns that the file has, and names those that would be dropped (D9)', () => {
    const asked = question('columns');
    assert.ok(asked.kind === 'pick');
    const found = ['mail', 'Key', 'Points'].map((name) => ({
      value: name,
      label: name,
      description: 'Text',
    }));
    const arranged = asked.arrange?.(found, { ...sample, type: 'TAB', headings: 'true' }) ?? [];
    assert.deepEqual(
      arranged.map(({ label, isPicked, description }) => [label, isPicked, description]),
      [
        ['mail', true, 'Text · in the file'],
        ['Key', true, 'Text · in the file'],
        ['Points', false, 'Text · not in the file'],
        [
          '$(warning) Note is no column of the data extension: its values would be dropped.',
          undefined,
          undefined,
        ],
      ],
    );
  });

  it('shows the name that a pattern gives today, and refuses placeholders that there are not (E4)', () => {
    const asked = question('fileName');
    assert.ok(asked.kind === 'text');
    const year = String(new Date().getFullYear());
    assert.match(asked.preview?.('rows%%Year%%.csv', {}) ?? '', new RegExp(`it is rows${year}\\.csv$`));
    assert.equal(asked.preview?.('rows.csv', {}), undefined);
    assert.match(check('fileName', 'rows%%Yaer%%.csv') ?? '', /%%Yaer%% is not filled in/);
    assert.match(check('fileName', 'rows%%Year.csv') ?? '', /between two pairs/);
    assert.match(check('fileName', 'in/rows.csv') ?? '', /the name alone/);
  });

  it('takes nothing but its four fields onto a publication list (E6)', () => {
    const answers = { ...sample, type: 'TAB', headings: 'true', destination: 'publicationList' };
    assert.equal(initial('maps', answers), 'Key=Subscriber Key, Mail=Email Address');
    assert.match(check('maps', 'Note=First Name', answers) ?? '', /Status, Reason only, not First Name/);
    assert.match(check('maps', 'Notes=Reason', answers) ?? '', /has no column Notes/);
    assert.equal(check('maps', 'Note=Reason', answers), undefined);
  });

  it('maps a file without names by the number of its columns', () => {
    const answers = { ...sample, type: 'TAB', headings: 'false', destination: 'list' };
    assert.equal(initial('maps', answers), '1=, 2=, 3=');
    assert.match(check('maps', 'Key=Subscriber Key', answers) ?? '', /no number of a column/);
    assert.match(check('maps', '1=', answers) ?? '', /needs a name/);
  });

  it('wants a moment with an offset for new data of Salesforce (E7)', () => {
    assert.match(check('since', '2026-05-16T00:00:00') ?? '', /offset/);
    const [request] = guides.importData.build(guideAnswers.importData[4] ?? {});
    const text = request === undefined ? '' : writeXml(request.body);
    assert.match(text, /<Filter>LastModifiedDate &gt; 2026-05-16T00:00:00Z<\/Filter>/);
    assert.match(text, /<ErrorIfExists>true<\/ErrorIfExists>/);
  });
});

describe('what the guide for imports makes, run in the sandbox org', () => {
  let org: TestOrg;

  before(async () => {
    org = await openOrg();
  });

  after(() => org.close());

  const { signal } = new AbortController();

  it('is offered the locations and the portfolio objects of the org (E1, E3)', async () => {
    const locations = await liveChoices(org.client, { from: 'fileLocations' }, '', signal);
    const asked = question('location');
    assert.ok(asked.kind === 'pick');
    assert.deepEqual(asked.arrange?.(locations, {}), [
      {
        value: 'ExactTarget Enhanced FTP',
        label: 'ExactTarget Enhanced FTP',
        description: 'the Import folder of the FTP site',
        isPicked: true,
      },
    ]);
    const created = await org.client.create([
      {
        ...{ $type: 'Portfolio', CustomerKey: 'rows', FileName: 'rows.csv', DisplayName: 'Rows' },
        Source: { URN: 'https://example.com/rows.csv' },
      },
    ]);
    assert.ok(created.results.every(({ ok }) => ok));
    const portfolio = await liveChoices(org.client, { from: 'portfolio' }, '', signal);
    assert.deepEqual(portfolio, [{ value: 'rows.csv', label: 'Rows', description: 'rows.csv' }]);
  });

  /** Runs an import whose file has this text, and gives what came of it. */
  const importing = async (text: string, answers: Answers): Promise<Record<string, unknown>> => {
    assert.ok(org.sandbox !== undefined);
    const url = `${org.sandbox.address}/_sandbox/file?folder=Import&name=people.csv`;
    assert.equal((await fetch(url, { method: 'PUT', body: text })).status, 200);
    const [created, started, results] = guides.importData.build(answers);
    assert.ok(created !== undefined && started !== undefined && results !== undefined);
    const done = await runGuide(org, 'importData', answers, (name) => {
      if (name === 'startImport') org.sandbox?.clock.advance(10_000);
    });
    succeeded(done);
    const [result = {}] = objectsAt(done.get('importResults')?.content ?? {}, 'Results');
    return Object.fromEntries(
      ['ImportStatus', 'TotalRows', 'NumberSuccessful', 'NumberErrors'].map((name) => [
        name,
        textAt(result, name),
      ]),
    );
  };

  it('creates, starts and retrieves the results: into a data extension (A8, E2)', async () => {
    await org.client.create([
      {
        ...{ $type: 'DataExtension', CustomerKey: 'guide-import', Name: 'guide-import' },
        Fields: {
          Field: [
            { Name: 'Key', FieldType: 'Text', MaxLength: 50, IsPrimaryKey: true, IsRequired: true },
            { Name: 'Points', FieldType: 'Number' },
          ],
        },
      },
    ]);
    const [plain = {}] = guideAnswers.importData;
    const answers = { ...plain, dataExtension: 'guide-import', fileName: 'people.csv' };
    assert.deepEqual(await importing('Key,Points\na,1\nb,two\n', answers), {
      ...{ ImportStatus: 'Completed', TotalRows: '2', NumberSuccessful: '1', NumberErrors: '1' },
    });
  });

  it('creates, starts and retrieves the results: onto a publication list, by hand (E5, E6)', async () => {
    const [list] = await liveChoices(org.client, { from: 'publicationLists' }, '', signal);
    const answers = {
      ...guideAnswers.importData[2],
      ...{ key: 'guide-publication', fileName: 'people.csv', publicationList: list?.value ?? '' },
    };
    assert.deepEqual(await importing('k|mail\nimp-1|imp@example.com\n', answers), {
      ...{ ImportStatus: 'Completed', TotalRows: '1', NumberSuccessful: '1', NumberErrors: '0' },
    });
  });

  it('creates an import of a Salesforce object, and its data extension with it (E7)', async () => {
    const answers = guideAnswers.importData[4] ?? {};
    const done = await runGuide(org, 'importData', answers);
    succeeded(done);
    const fields = await liveChoices(org.client, { from: 'fields' }, 'sf-contacts', signal);
    assert.deepEqual(
      fields.map(({ value }) => value),
      ['Id', 'LastModifiedDate', 'Name'],
    );
    const again = await runGuide(org, 'importData', { ...answers, key: 'contacts-again' });
    assert.match(again.get('createImport')?.text ?? '', /data extension to be generated already exists/);
  });
});
