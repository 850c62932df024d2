/** Every type that the catalogue knows, and what a retrieve of it answers: nobody is to be surprised. */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue } from '../../../src/catalogue/index.ts';
import { objectNamed } from '../../../src/sandbox/objects/index.ts';
import { startSandbox, textOf, type TestSandbox } from '../../support/sandbox.ts';

/** Types that the service is said to retrieve and the sandbox has not: of another product, or nothing is known of them. */
const notSimulated = [
  'AccountPrivateLabel',
  'Asset',
  'Authentication',
  'BusinessRule',
  'Category',
  'ContactEvent',
  'DeliveredEvent',
  'DoubleOptInMOKeyword',
  'GlobalUnsubscribeCategory',
  'HelpMOKeyword',
  'MessagingVendorKind',
  'PlatformApplication',
  'PlatformApplicationPackage',
  'PrivateDomain',
  'ProgramManifestTemplate',
  'PublicKeyManagement',
  'ReplyMailManagementConfiguration',
  'SMSMOEvent',
  'SendAdditionalAttribute',
  'SendEmailMOKeyword',
  'SendSMSMOKeyword',
  'SubscriberSendResult',
  'SuppressionListData',
  'UnsubscribeFromSMSPublicationMOKeyword',
  'UserAccess',
];

/** Types that are not in the schema, and that the service may or may not retrieve. */
const unknown = ['AudienceDefinition'];

const known = catalogue.objectNames.filter(
  (name) => catalogue.object(name)?.methods.Retrieve.supported === true,
);
const refused = catalogue.objectNames.filter(
  (name) => catalogue.object(name)?.methods.Retrieve.supported === false,
);

describe('sandbox types that can be retrieved', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox({ seed: 'empty' });
  });
  after(() => sandbox.stop());

  /** What a retrieve of a type comes to, and what the journal says of it. */
  const asked = async (type: string): Promise<{ status: string; problems: string }> => {
    const { message } = await sandbox.retrieve(type, ['ObjectID']);
    return {
      status: textOf(message, 'OverallStatus') ?? '',
      problems: sandbox.lastRequest()?.problems.join(' ') ?? '',
    };
  };
  const noHandler = (type: string): string =>
    `Error: Unable to find a handler for object type: ${type}. Object types are case-sensitive, check spelling.`;

  it('are simulated, all but those of this list', () => {
    const missing = known.filter((name) => objectNamed(name)?.retrieve === undefined);
    assert.deepEqual([...missing].sort(), [...notSimulated].sort());
  });

  for (const type of notSimulated) {
    it(`say in the journal that ${type} is not simulated`, async () => {
      const { status, problems } = await asked(type);
      assert.equal(status, noHandler(type));
      assert.match(problems, new RegExp(`does not simulate Retrieve of ${type}\\.`));
    });
  }

  it('answer what the service answers to types that it does not retrieve, and blame nobody for it', async () => {
    for (const type of refused) {
      const { status, problems } = await asked(type);
      assert.equal(status, noHandler(type));
      assert.doesNotMatch(problems, /does not simulate/, type);
    }
    assert.ok(refused.includes('DeliveryProfile'));
  });

  it('answer so to types of which it is not known, and to what is none', async () => {
    for (const type of unknown) assert.equal((await asked(type)).status, noHandler(type));
    assert.doesNotMatch((await asked('Nonsense')).problems, /does not simulate/);
  });
});
