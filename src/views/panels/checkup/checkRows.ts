/** The words for what a check-up found: one row for each step. */
import type { CheckRow } from '../../../shared/checkupMessages.ts';
import type { Check, CheckFacts, CheckOutcome, CheckStep } from '../../../soap/index.ts';
import type { DescribeError } from '../../account.ts';
import { formatDuration, formatNumber } from '../../display.ts';

/** Beyond this, a token that the service thinks is good may not be so here, and dates come out wrong. */
const clockTolerance = 60_000;

type Words = Pick<CheckRow, 'state' | 'text'> & Partial<CheckRow>;

interface StepWords<Facts> {
  readonly title: string;
  readonly good: (facts: Facts, mid: number | undefined) => Words;
  /** Why it was not checked, when nothing before it failed. */
  readonly skipped: string;
}

const words: { readonly [Step in CheckStep]: StepWords<CheckFacts[Step]> } = {
  address: {
    title: 'Address',
    good: ({ host, lookedUp }) => ({
      state: 'good',
      text: lookedUp
        ? `${host} is found.`
        : `${host} means nothing to this machine, but something on the way knows it: a proxy.`,
    }),
    skipped: 'This way of signing in asks no token service.',
  },
  token: {
    title: 'Token',
    good: ({ took, goodFor }) => ({
      state: 'good',
      text: `A token came in ${formatDuration(took)}; it is used for ${formatDuration(goodFor)}, then renewed.`,
    }),
    skipped: '',
  },
  scopes: {
    title: 'Permissions',
    good: ({ granted, missing, excessive }) => ({
      state: missing.length + excessive.length === 0 ? 'good' : 'notice',
      text: scopesText(missing.length, excessive.length),
      advice: scopesAdvice(missing.length, excessive.length),
      details: [
        ...missing.map(({ purpose, scopes }) => `Cannot ${purpose}: ${scopes.join(', ')} missing`),
        ...(excessive.length === 0 ? [] : [`More than needed: ${excessive.join(', ')}`]),
        `Granted: ${granted.join(', ')}`,
      ],
    }),
    skipped: 'The token does not say what it may do.',
  },
  identity: {
    title: 'Business unit',
    good: ({ enterpriseName, enterpriseId, memberId, userName }, mid) => ({
      state: mid === undefined || mid === memberId ? 'good' : 'notice',
      text: `The token is for MID ${String(memberId)} of ${enterpriseName} (${String(enterpriseId)}).`,
      advice:
        mid === undefined || mid === memberId
          ? ''
          : `MID ${String(mid)} was asked for. Check under Access of the installed package that it is enabled there.`,
      details: userName === '' ? [] : [`User: ${userName}`],
    }),
    skipped: 'This way of signing in does not say whom the token is for.',
  },
  service: {
    title: 'SOAP service',
    good: ({ host, status, took }) => ({
      state: status === 'OK' ? 'good' : 'notice',
      text: `${host} answered in ${formatDuration(took)}: ${status === 'OK' ? 'all is well' : status}.`,
      advice: status === 'OK' ? '' : 'trust.marketingcloud.com says more.',
    }),
    skipped: '',
  },
  businessUnits: {
    title: 'Other business units',
    good: ({ count }) => ({
      state: 'good',
      text:
        count === 1 ? 'One business unit can be seen.' : `${formatNumber(count)} business units can be seen.`,
    }),
    skipped: '',
  },
  clock: {
    title: 'Clock',
    good: ({ ahead }) => clockWords(ahead),
    skipped: 'No answer told the time.',
  },
};

function scopesText(missing: number, excessive: number): string {
  if (missing === 0 && excessive === 0) return 'The token may do all that is done here, and no more.';
  const parts = [
    ...(missing === 0 ? [] : [`${String(missing)} of the things that are done here would be refused`]),
    ...(excessive === 0
      ? []
      : [`${String(excessive)} ${excessive === 1 ? 'scope is' : 'scopes are'} more than it needs`]),
  ];
  return `${parts.join('; ')}.`;
}

function scopesAdvice(missing: number, excessive: number): string {
  if (missing > 0) return 'Add what you miss to the installed package, in its API integration.';
  return excessive > 0
    ? 'A package for each purpose, with the scopes that it needs, limits what a leak can do.'
    : '';
}

function clockWords(ahead: number): Words {
  if (Math.abs(ahead) <= clockTolerance)
    return { state: 'good', text: 'This machine and the service agree.' };
  const off = formatDuration(Math.abs(ahead));
  return {
    state: 'notice',
    text: `This machine is ${off} ${ahead > 0 ? 'ahead of' : 'behind'} the service.`,
    advice: 'Set its clock: tokens are renewed by it.',
  };
}

/** What may be put right from the page, by the error's code. */
const actionsByCode: Readonly<Record<string, CheckRow['actions']>> = {
  'client-rejected': ['credentials'],
  'host-not-found': ['settings'],
  'sign-in-needed': ['credentials'],
  'business-unit-rejected': ['settings'],
};

/** A row before its step was reached. */
export function pendingRow(step: CheckStep): CheckRow {
  return row(words[step].title, { state: 'running', text: 'Not yet checked.' });
}

/** How a step is judged: what was asked for, and what has happened before it. */
export interface Circumstances {
  /** Business unit that was asked for. */
  readonly mid?: number;
  /** True when an earlier step has failed, which is why this one may be skipped. */
  readonly afterFailure: boolean;
  readonly describe: DescribeError;
}

/** The row of a step that has ended. */
export function checkRow({ step, outcome }: Check, circumstances: Circumstances): CheckRow {
  // Step and facts belong together, which the compiler cannot follow through a look-up.
  const { title, good, skipped } = words[step] as StepWords<unknown>;
  return row(title, outcomeWords(outcome, { good, skipped }, circumstances));
}

function outcomeWords(
  outcome: CheckOutcome<unknown>,
  { good, skipped }: Pick<StepWords<unknown>, 'good' | 'skipped'>,
  { mid, afterFailure, describe }: Circumstances,
): Words {
  if ('facts' in outcome) return good(outcome.facts, mid);
  if ('skipped' in outcome) {
    const waits = 'Cannot be checked before what failed above works.';
    return { state: 'skipped', text: afterFailure ? waits : skipped };
  }
  const { title, advice, serverMessage } = describe(outcome.error);
  return {
    state: 'failed',
    text: title,
    advice,
    details: serverMessage === undefined ? [] : [`The service says: “${serverMessage}”`],
    actions: actionsByCode[outcome.error.code] ?? ['log'],
  };
}

export function row(title: string, given: Words): CheckRow {
  return { advice: '', details: [], actions: [], ...given, title };
}
