/** The words for what a check-up found: one row for each step. */
import * as l10n from '@vscode/l10n';
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
    title: l10n.t('Address'),
    good: ({ host, lookedUp }) => ({
      state: 'good',
      text: lookedUp
        ? l10n.t('{0} is found.', host)
        : l10n.t('{0} means nothing to this machine, but something on the way knows it: a proxy.', host),
    }),
    skipped: l10n.t('This way of signing in asks no token service.'),
  },
  token: {
    title: l10n.t('Token'),
    good: ({ took, goodFor }) => ({
      state: 'good',
      text: l10n.t(
        'A token came in {0}; it is used for {1}, then renewed.',
        formatDuration(took),
        formatDuration(goodFor),
      ),
    }),
    skipped: '',
  },
  scopes: {
    title: l10n.t('Permissions'),
    good: ({ granted, missing, excessive }) => ({
      state: missing.length + excessive.length === 0 ? 'good' : 'notice',
      text: scopesText(missing.length, excessive.length),
      advice: scopesAdvice(missing.length, excessive.length),
      details: [
        ...missing.map(({ purpose, scopes }) =>
          l10n.t('Cannot {0}: {1} missing', purpose, scopes.join(', ')),
        ),
        ...(excessive.length === 0 ? [] : [l10n.t('More than needed: {0}', excessive.join(', '))]),
        l10n.t('Granted: {0}', granted.join(', ')),
      ],
    }),
    skipped: l10n.t('The token does not say what it may do.'),
  },
  identity: {
    title: l10n.t('Business unit'),
    good: ({ enterpriseName, enterpriseId, memberId, userName }, mid) => ({
      state: mid === undefined || mid === memberId ? 'good' : 'notice',
      text: l10n.t('The token is for MID {0} of {1} ({2}).', memberId, enterpriseName, enterpriseId),
      advice:
        mid === undefined || mid === memberId
          ? ''
          : l10n.t(
              'MID {0} was asked for. Check under Access of the installed package that it is enabled there.',
              mid,
            ),
      details: userName === '' ? [] : [l10n.t('User: {0}', userName)],
    }),
    skipped: l10n.t('This way of signing in does not say whom the token is for.'),
  },
  service: {
    title: l10n.t('SOAP service'),
    good: ({ host, status, took }) => ({
      state: status === 'OK' ? 'good' : 'notice',
      text: l10n.t(
        '{0} answered in {1}: {2}.',
        host,
        formatDuration(took),
        status === 'OK' ? l10n.t('all is well') : status,
      ),
      advice: status === 'OK' ? '' : l10n.t('trust.marketingcloud.com says more.'),
    }),
    skipped: '',
  },
  businessUnits: {
    title: l10n.t('Other business units'),
    good: ({ count }) => ({
      state: 'good',
      text:
        count === 1
          ? l10n.t('One business unit can be seen.')
          : l10n.t('{0} business units can be seen.', formatNumber(count)),
    }),
    skipped: '',
  },
  clock: {
    title: l10n.t('Clock'),
    good: ({ ahead }) => clockWords(ahead),
    skipped: l10n.t('No answer told the time.'),
  },
};

function scopesText(missing: number, excessive: number): string {
  if (missing === 0 && excessive === 0) return l10n.t('The token may do all that is done here, and no more.');
  const parts = [
    ...(missing === 0 ? [] : [l10n.t('{0} of the things that are done here would be refused', missing)]),
    ...(excessive === 0
      ? []
      : [
          excessive === 1
            ? l10n.t('1 scope is more than it needs')
            : l10n.t('{0} scopes are more than it needs', excessive),
        ]),
  ];
  return `${parts.join('; ')}.`;
}

function scopesAdvice(missing: number, excessive: number): string {
  if (missing > 0) return l10n.t('Add what you miss to the installed package, in its API integration.');
  return excessive > 0
    ? l10n.t('A package for each purpose, with the scopes that it needs, limits what a leak can do.')
    : '';
}

function clockWords(ahead: number): Words {
  if (Math.abs(ahead) <= clockTolerance)
    return { state: 'good', text: l10n.t('This machine and the service agree.') };
  const off = formatDuration(Math.abs(ahead));
  return {
    state: 'notice',
    text:
      ahead > 0
        ? l10n.t('This machine is {0} ahead of the service.', off)
        : l10n.t('This machine is {0} behind the service.', off),
    advice: l10n.t('Set its clock: tokens are renewed by it.'),
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
  return row(words[step].title, { state: 'running', text: l10n.t('Not yet checked.') });
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
    const waits = l10n.t('Cannot be checked before what failed above works.');
    return { state: 'skipped', text: afterFailure ? waits : skipped };
  }
  const { title, advice, serverMessage } = describe(outcome.error);
  return {
    state: 'failed',
    text: title,
    advice,
    details: serverMessage === undefined ? [] : [l10n.t('The service says: “{0}”', serverMessage)],
    actions: actionsByCode[outcome.error.code] ?? ['log'],
  };
}

export function row(title: string, given: Words): CheckRow {
  return { advice: '', details: [], actions: [], ...given, title };
}
