/** What a person is told of each error: what happened, and what to do. One row for each code. */
import type { ErrorCode, ErrorFacts } from '../../soap/pure.ts';
import type { ErrorText } from '../../views/index.ts';

type Presentation = (facts: ErrorFacts) => { readonly title: string; readonly advice: string };

const hostOf = ({ host }: ErrorFacts): string => host ?? 'the service';

/** Texts by code. A test asks for every code. */
export const presentations: Readonly<Record<ErrorCode, Presentation>> = {
  cancelled: () => ({ title: 'Cancelled.', advice: 'Nothing more was sent.' }),
  'timed-out': (facts) => ({
    title: `${capital(hostOf(facts))} did not answer in time.`,
    advice: 'Try again; for a large retrieve, ask for fewer rows, or allow more time with # @timeout.',
  }),
  'host-not-found': (facts) => ({
    title: `The host ${hostOf(facts)} was not found.`,
    advice:
      'Check that this machine is online, then the subdomain: it is the part before .auth.marketingcloudapis.com of the package’s Authentication Base URI.',
  }),
  offline: () => ({
    title: 'This machine is not online.',
    advice: 'No host name can be looked up. Check the network, VPN and name server, then try again.',
  }),
  'connection-failed': (facts) => ({
    title: `No connection to ${hostOf(facts)}.`,
    advice: 'Check the network, VPN and proxy. For the sandbox org, check that it is still running.',
  }),
  'connection-lost': (facts) => ({
    title: `The connection to ${hostOf(facts)} broke off.`,
    advice:
      'It is not known whether the service acted on the request. After a write, look at what is there before you repeat it: a write is not sent again by itself.',
  }),
  'tls-failed': (facts) => ({
    title: `The certificate of ${hostOf(facts)} was not accepted.`,
    advice: 'A proxy of your company may stand between: have its certificate added to this machine.',
  }),
  'proxy-refused': (facts) => ({
    title: `The proxy did not let the call through${facts.host === undefined ? '' : ` to ${facts.host}`}.`,
    advice: 'Check http.proxy in the settings, and whether the proxy wants a user name and a password.',
  }),
  'client-rejected': () => ({
    title: 'The client id or the client secret is wrong.',
    advice:
      'Copy both again from the installed package. A package that was changed less than five minutes ago may still answer with its old values.',
  }),
  'business-unit-rejected': () => ({
    title: 'This package has no access to that business unit.',
    advice:
      'Check the MID, and in the installed package under Access that the business unit is enabled for it.',
  }),
  'token-refused': () => ({
    title: 'No token was given.',
    advice:
      'Check in the installed package that its API integration is of the type that you sign in by, and which scopes it has.',
  }),
  'sign-in-needed': () => ({
    title: 'You are signed out.',
    advice:
      'What was kept of the last sign-in is used up. Run Marketing Cloud: Connect an Org… and sign in again under the same name.',
  }),
  'sign-in-denied': () => ({
    title: 'The sign-in was not allowed.',
    advice: 'Allow the installed package to act for you, or ask who keeps it whether you may use it.',
  }),
  'sign-in-abandoned': () => ({
    title: 'Nobody came back from the browser within five minutes.',
    advice: 'Check that the installed package names the redirect URL to the letter, then try again.',
  }),
  'sign-in-mismatched': () => ({
    title: 'What came back from the browser does not belong to this sign-in.',
    advice: 'An older tab may have answered, or another page. Begin again, and use the page that opens then.',
  }),
  'login-failed': () => ({
    title: 'The SOAP service did not let you in.',
    advice:
      'With a user name or a token, check both again. With a package, check the MID, and that the package has access to this business unit.',
  }),
  'token-expired': () => ({
    title: 'The token expired, and so did the one that replaced it.',
    advice: 'Check the clock of this machine, then try again.',
  }),
  throttled: () => ({
    title: 'The service asks for fewer calls.',
    advice: 'Wait a few minutes before you try again; the limit is that of the whole account.',
  }),
  unavailable: () => ({
    title: 'The service is not available now.',
    advice: 'Marketing Cloud is in maintenance or has an outage; trust.marketingcloud.com says more.',
  }),
  'not-permitted': () => ({
    title: 'This is not permitted.',
    advice: 'Add the scope that the object needs to the installed package, or use other credentials.',
  }),
  fault: () => ({
    title: 'The service could not process the request.',
    advice: 'Its own words say why; most often an element or a type is not as the schema has it.',
  }),
  'request-rejected': () => ({
    title: 'The service rejected the request.',
    advice: 'Its own words say why.',
  }),
  'invalid-request': () => ({
    title: 'The request cannot be sent as it is.',
    advice: 'Correct it and try again.',
  }),
  'read-only': () => ({
    title: 'This connection is for reading only.',
    advice:
      'Nothing was sent. If writing to this org is meant, turn off "readOnly" of the connection in marketingCloud.connections.',
  }),
  'not-soap': (facts) => ({
    title: 'What answered is not Marketing Cloud.',
    advice: `Check the subdomain or address${facts.httpStatus === undefined ? '' : ` (HTTP ${String(facts.httpStatus)})`}; a proxy or a sign-in page may stand between.`,
  }),
  'malformed-answer': () => ({
    title: 'The answer is broken.',
    advice: 'It was cut off or changed on the way. Try again; if it stays so, look at the log.',
  }),
  'answer-too-large': () => ({
    title: 'The answer is too large.',
    advice: 'Ask for fewer columns or fewer rows in a page (Options/BatchSize).',
  }),
  'page-repeated': () => ({
    title: 'The service sent the same page of results again.',
    advice: 'The rows until there are complete. Run the retrieve again, or with a narrower filter.',
  }),
};

/** The text for an error of the client. */
export function presentCode(code: ErrorCode, message: string, facts: ErrorFacts): ErrorText {
  const { title, advice } = presentations[code](facts);
  const ownWords = code === 'invalid-request' ? message : facts.serverMessage;
  return { title, advice, ...(ownWords === undefined || ownWords === '' ? {} : { serverMessage: ownWords }) };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
