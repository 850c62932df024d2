/** Describe advertises what the catalogue knows that the service advertises, true or not. */
import assert from 'node:assert/strict';
import { shippedCatalogue } from '../../../src/catalogue/index.ts';
import { startSandbox, textsOf, type TestSandbox } from '../../support/sandbox.ts';

describe('sandbox Describe', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox({ seed: 'empty' });
  });
  after(() => sandbox.stop());

  const describeTypes = async (...types: string[]): Promise<string> => {
    const requests = types
      .map((type) => `<ObjectDefinitionRequest><ObjectType>${type}</ObjectType></ObjectDefinitionRequest>`)
      .join('');
    const { message } = await sandbox.call(
      'Describe',
      `<DefinitionRequestMsg><DescribeRequests>${requests}</DescribeRequests></DefinitionRequestMsg>`,
    );
    return message;
  };
  const property = (message: string, name: string): string =>
    message.split('<Properties>').find((each) => each.includes(`<Name>${name}</Name>`)) ?? '';

  it('answers one definition for each type, in the order asked, and no OverallStatus', async () => {
    const message = await describeTypes('List', 'Subscriber');
    assert.deepEqual(textsOf(message, 'ObjectType'), ['List', 'Subscriber']);
    assert.doesNotMatch(message, /OverallStatus/);
    assert.match(
      message,
      /<Properties><PartnerKey xsi:nil="true"\/><ObjectID xsi:nil="true"\/><Name>ListName<\/Name><DataType>String<\/DataType><IsUpdatable>true<\/IsUpdatable><IsRetrievable>true<\/IsRetrievable><MaxLength>50<\/MaxLength><IsRequired>true<\/IsRequired><\/Properties>/,
    );
  });

  it('answers nothing for a type that it does not know', async () => {
    assert.match(
      await describeTypes('Nonsense'),
      /^<DefinitionResponseMsg[^>]*><RequestID>[^<]+<\/RequestID><\/DefinitionResponseMsg>$/,
    );
    assert.doesNotMatch(await describeTypes('SendSummary'), /ObjectDefinition/);
  });

  it('errs where the real one errs', async () => {
    const message = await describeTypes('EmailSendDefinition');
    assert.match(property(message, 'SendWindowCloses'), /<IsRetrievable>true</);
    assert.match(property(message, 'SendWindowClose'), /<IsRetrievable>false</);
  });

  it('lists the profile attributes of subscribers', async () => {
    const message = await describeTypes('Subscriber');
    assert.match(
      message,
      /<ExtendedProperty><PartnerKey xsi:nil="true"\/><ID>125001<\/ID><ObjectID xsi:nil="true"\/><Name>First Name<\/Name><PropertyType>string<\/PropertyType><Markups><Name>SubstitutionString<\/Name><Value>%%First Name%%<\/Value><\/Markups>/,
    );
  });

  it('knows every type that has a Describe', async () => {
    const described = shippedCatalogue.objectNames.filter((name) =>
      (shippedCatalogue.properties(name) ?? []).some(({ note }) => note === undefined),
    );
    assert.deepEqual(textsOf(await describeTypes(...described), 'ObjectType'), described);
    assert.ok(described.length >= 60);
  });
});
