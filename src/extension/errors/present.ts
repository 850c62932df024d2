/** What a person is told of each error: what happened, and what to do. One row for each code. */
import * as l10n from '@vscode/l10n';
import type { ErrorCode, ErrorFacts } from '../../soap/pure.ts';
import type { ErrorText } from '../../views/index.ts';

type Presentation = (facts: ErrorFacts) => { readonly title: string; readonly advice: string };

const hostOf = ({ host }: ErrorFacts): string => host ?? 'Marketing Cloud';

/** Texts by code. A test asks for every code. */
export const presentations: Readonly<Record<ErrorCode, Presentation>> = {
  cancelled: () => ({ title: l10n.t('Cancelled.'), advice: l10n.t('Nothing more was sent.') }),
  'timed-out': (facts) => ({
    title: l10n.t('No answer came from {0} in time.', hostOf(facts)),
    advice: l10n.t(
      'Try again; for a large retrieve, ask for fewer rows, or allow more time with # @timeout.',
    ),
  }),
  'host-not-found': (facts) => ({
    title: l10n.t('The host {0} was not found.', hostOf(facts)),
    advice: l10n.t(
      'Check that this machine is online, then the subdomain: it is the part before .auth.marketingcloudapis.com of the package’s Authentication Base URI.',
    ),
  }),
  offline: () => ({
    title: l10n.t('This machine is not online.'),
    advice: l10n.t('No host name can be looked up. Check the network, VPN and name server, then try again.'),
  }),
  'connection-failed': (facts) => ({
    title: l10n.t('No connection to {0}.', hostOf(facts)),
    advice: l10n.t('Check the network, VPN and proxy. For the sandbox org, check that it is still running.'),
  }),
  'connection-lost': (facts) => ({
    title: l10n.t('The connection to {0} broke off.', hostOf(facts)),
    advice: l10n.t(
      'It is not known whether the service acted on the request. After a write, look at what is there before you repeat it: a write is not sent again by itself.',
    ),
  }),
  'tls-failed': (facts) => ({
    title: l10n.t('The certificate of {0} was not accepted.', hostOf(facts)),
    advice: l10n.t('A proxy of your company may stand between: have its certificate added to this machine.'),
  }),
  'proxy-refused': (facts) => ({
    title: l10n.t('The proxy did not let the call through to {0}.', hostOf(facts)),
    advice: l10n.t(
      'Check http.proxy in the settings, and whether the proxy wants a user name and a password.',
    ),
  }),
  'client-rejected': () => ({
    title: l10n.t('The client id or the client secret is wrong.'),
    advice: l10n.t(
      'Copy both again from the installed package. A package that was changed less than five minutes ago may still answer with its old values.',
    ),
  }),
  'business-unit-rejected': () => ({
    title: l10n.t('This package has no access to that business unit.'),
    advice: l10n.t(
      'Check the MID, and in the installed package under Access that the business unit is enabled for it.',
    ),
  }),
  'token-refused': () => ({
    title: l10n.t('No token was given.'),
    advice: l10n.t(
      'Check in the installed package that its API integration is of the type that you sign in by, and which scopes it has.',
    ),
  }),
  'sign-in-needed': () => ({
    title: l10n.t('You are signed out.'),
    advice: l10n.t(
      'What was kept of the last sign-in is used up. Run Marketing Cloud: Connect an Org… and sign in again under the same name.',
    ),
  }),
  'sign-in-denied': () => ({
    title: l10n.t('The sign-in was not allowed.'),
    advice: l10n.t('Allow the installed package to act for you, or ask who keeps it whether you may use it.'),
  }),
  'sign-in-abandoned': () => ({
    title: l10n.t('Nobody came back from the browser within five minutes.'),
    advice: l10n.t('Check that the installed package names the redirect URL to the letter, then try again.'),
  }),
  'sign-in-mismatched': () => ({
    title: l10n.t('What came back from the browser does not belong to this sign-in.'),
    advice: l10n.t(
      'An older tab may have answered, or another page. Begin again, and use the page that opens then.',
    ),
  }),
  'login-failed': () => ({
    title: l10n.t('The SOAP service did not let you in.'),
    advice: l10n.t(
      'With a user name or a token, check both again. With a package, check the MID, and that the package has access to this business unit.',
    ),
  }),
  'token-expired': () => ({
    title: l10n.t('The token expired, and so did the one that replaced it.'),
    advice: l10n.t('Check the clock of this machine, then try again.'),
  }),
  throttled: () => ({
    title: l10n.t('The service asks for fewer calls.'),
    advice: l10n.t('Wait a few minutes before you try again; the limit is that of the whole account.'),
  }),
  unavailable: () => ({
    title: l10n.t('The service is not available now.'),
    advice: l10n.t('Marketing Cloud is in maintenance or has an outage; trust.marketingcloud.com says more.'),
  }),
  'not-permitted': () => ({
    title: l10n.t('This is not permitted.'),
    advice: l10n.t('Add the scope that the object needs to the installed package, or use other credentials.'),
  }),
  fault: () => ({
    title: l10n.t('The service could not process the request.'),
    advice: l10n.t('Its own words say why; most often an element or a type is not as the schema has it.'),
  }),
  'request-rejected': () => ({
    title: l10n.t('The service rejected the request.'),
    advice: l10n.t('Its own words say why.'),
  }),
  'invalid-request': () => ({
    title: l10n.t('The request cannot be sent as it is.'),
    advice: l10n.t('Correct it and try again.'),
  }),
  'read-only': () => ({
    title: l10n.t('This connection is for reading only.'),
    advice: l10n.t(
      'Nothing was sent. If writing to this org is meant, turn off "readOnly" of the connection in marketingCloud.connections.',
    ),
  }),
  'not-soap': (facts) => ({
    title: l10n.t('What answered is not Marketing Cloud.'),
    advice:
      facts.httpStatus === undefined
        ? l10n.t('Check the subdomain or address; a proxy or a sign-in page may stand between.')
        : l10n.t(
            'Check the subdomain or address (HTTP {0}); a proxy or a sign-in page may stand between.',
            facts.httpStatus,
          ),
  }),
  'malformed-answer': () => ({
    title: l10n.t('The answer is broken.'),
    advice: l10n.t('It was cut off or changed on the way. Try again; if it stays so, look at the log.'),
  }),
  'answer-too-large': () => ({
    title: l10n.t('The answer is too large.'),
    advice: l10n.t('Ask for fewer columns or fewer rows in a page (Options/BatchSize).'),
  }),
  'page-repeated': () => ({
    title: l10n.t('The service sent the same page of results again.'),
    advice: l10n.t('The rows until there are complete. Run the retrieve again, or with a narrower filter.'),
  }),
};

/** The text for an error of the client. */
export function presentCode(code: ErrorCode, message: string, facts: ErrorFacts): ErrorText {
  const { title, advice } = presentations[code](facts);
  const ownWords = code === 'invalid-request' ? message : facts.serverMessage;
  return { title, advice, ...(ownWords === undefined || ownWords === '' ? {} : { serverMessage: ownWords }) };
}
