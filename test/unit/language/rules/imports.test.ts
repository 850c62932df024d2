/** Rules about imports, repeated calls and passwords. */
import assert from 'node:assert/strict';
import { connected, fixed, found, lintText, write } from './linting.ts';

const definition = (inner: string, method: 'Create' | 'Update' = 'Create'): string =>
  write(method, `<Objects xsi:type="ImportDefinition"><CustomerKey>i</CustomerKey>${inner}</Objects>`);

describe('naming-pattern (E4)', () => {
  const spec = (name: string): string => definition(`<FileSpec>${name}</FileSpec>`);

  it('knows the placeholders', () => {
    for (const name of [
      'a.csv',
      'a%%Year%%%%Month%%%%day%%.csv',
      '%%FILENAME_FROM_TRIGGER%%',
      'a%%{{part}}%%.csv',
      '100%.csv',
    ]) {
      assert.deepEqual(found('naming-pattern', spec(name)), [], name);
    }
    assert.deepEqual(found('naming-pattern', spec('a%%Mnth%%%%Day%%%%Dy%%.csv')), ['%%Mnth%%', '%%Dy%%']);
    assert.equal(
      fixed('naming-pattern', 'Change to Month', { text: spec('a%%Mnth%%.csv') }),
      spec('a%%Month%%.csv'),
    );
  });

  it('finds a placeholder that does not end', () => {
    assert.deepEqual(found('naming-pattern', spec('a%%Month%%%%Day.csv')), ['%%']);
  });

  it('looks at the file that an extract writes', () => {
    const extract =
      '<ExtractRequestMsg><Requests><ID>x</ID><Parameters><Parameter><Name>OutputFileName</Name><Value>a%%Yeer%%.zip</Value></Parameter></Parameters></Requests></ExtractRequestMsg>';
    assert.deepEqual(found('naming-pattern', extract), ['%%Yeer%%']);
  });
});

describe('publication-list-fields (E6)', () => {
  const maps = ['Email Address', 'SubscriberKey', 'status', 'Reason', 'City']
    .map(
      (name) => `<FieldMap><SourceName>x</SourceName><DestinationName>${name}</DestinationName></FieldMap>`,
    )
    .join('');
  const into = (list: string): string =>
    definition(
      `<DestinationObject xsi:type="List">${list}</DestinationObject><FieldMaps>${maps}</FieldMaps>`,
    );

  it('finds fields that a publication list has not', () => {
    const said = '<ListClassification>PublicationList</ListClassification>';
    assert.deepEqual(found('publication-list-fields', into(said)), ['City']);
    assert.deepEqual(found('publication-list-fields', into('<CustomerKey>news</CustomerKey>'), connected), [
      'City',
    ]);
    assert.deepEqual(found('publication-list-fields', into('<ID>1002</ID>'), connected), ['City']);
    assert.deepEqual(found('publication-list-fields', into('<ID>1001</ID>'), connected), []);
    assert.deepEqual(found('publication-list-fields', into('<ID>1002</ID>')), []);
  });
});

describe('import-source-fixed (E7)', () => {
  const source = '<SourceObject xsi:type="DataExtension"><CustomerKey>Lead</CustomerKey></SourceObject>';

  it('finds a source in an Update', () => {
    assert.deepEqual(found('import-source-fixed', definition(source, 'Update')), ['SourceObject']);
    assert.deepEqual(found('import-source-fixed', definition(source)), []);
    assert.equal(
      fixed('import-source-fixed', 'Delete SourceObject', { text: definition(source, 'Update') }),
      definition('', 'Update'),
    );
  });
});

describe('correlation-id (F1)', () => {
  const list = (id: string): string =>
    write('Update', `<Objects xsi:type="List"><CorrelationID>${id}</CorrelationID></Objects>`);

  it('finds one that is the same in every run', () => {
    assert.deepEqual(found('correlation-id', list('abc')), ['abc']);
    assert.deepEqual(found('correlation-id', list('{{$guid}}')), []);
    assert.equal(fixed('correlation-id', 'Make it new', { text: list('abc') }), list('{{$guid}}'));
  });
});

describe('weak-password (F7)', () => {
  const user = (password: string): string =>
    write(
      'Create',
      `<Objects xsi:type="AccountUser"><UserID>ada.lovelace</UserID><Password>${password}</Password></Objects>`,
    );

  it('finds what can be guessed, and says why without saying what', () => {
    const weak: readonly (readonly [string, RegExp])[] = [
      ['S!7x', /shorter than 12/],
      ['correct-horse-battery', /has no digit/],
      ['correcthorse42battery', /has no special character/],
      ['lovelace-4-ever-and-ever', /can be guessed/],
      ['P4ssword-passw0rd-9!', /can be guessed/],
      ['aaaa-7-tangerine-moons', /can be guessed/],
    ];
    for (const [password, why] of weak) {
      const [finding] = lintText(user(password));
      assert.equal(finding?.code, 'weak-password', password);
      assert.match(finding.message, why);
      assert.ok(!finding.message.includes(password));
    }
  });

  it('is content with a strong one, and with one that is not in the file', () => {
    assert.deepEqual(found('weak-password', user('seven-tangerine-moons-7')), []);
    assert.deepEqual(found('weak-password', user('{{$processEnv PASSWORD}}')), []);
    assert.deepEqual(found('weak-password', user('')), []);
  });
});
