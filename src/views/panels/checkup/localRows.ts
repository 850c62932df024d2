/** What a check-up says of a connection without asking anybody: how it is kept, and how this machine reaches the world. */
import * as l10n from '@vscode/l10n';
import type { CheckRow } from '../../../shared/checkupMessages.ts';
import { row } from './checkRows.ts';

/** How the connection is set up. */
export interface LocalFacts {
  readonly production: boolean;
  readonly readOnly: boolean;
  /** Days since its secret was entered; undefined when that is not known, or it has none. */
  readonly secretAge: number | undefined;
  /** True when that is longer ago than the person wants it to be (best-practices row F7). */
  readonly secretIsOld: boolean;
  /** The proxy of the settings, without who signs in to it. */
  readonly proxy: string | undefined;
}

export function localRows(facts: LocalFacts): CheckRow[] {
  return [secretRow(facts), safetyRow(facts), proxyRow(facts)];
}

function secretRow({ secretAge, secretIsOld }: LocalFacts): CheckRow {
  const title = l10n.t('Secret');
  if (secretAge === undefined) {
    return row(title, { state: 'skipped', text: l10n.t('It is not known since when it is kept here.') });
  }
  const words = [l10n.t('Entered today.'), l10n.t('Entered yesterday.')];
  const text = words[secretAge] ?? l10n.t('Entered {0} days ago.', secretAge);
  if (!secretIsOld) return row(title, { state: 'good', text });
  return row(title, {
    state: 'notice',
    text,
    advice: l10n.t('Rotate it in the installed package, then enter the new one.'),
    actions: ['credentials', 'settings'],
  });
}

function safetyRow({ production, readOnly }: LocalFacts): CheckRow {
  const title = l10n.t('Safeguards');
  if (readOnly)
    return row(title, {
      state: 'good',
      text: l10n.t('For reading only: nothing is written through this connection.'),
    });
  return row(title, {
    state: 'good',
    text: production
      ? l10n.t('Marked as production: what cannot be taken back asks for the name typed.')
      : l10n.t('Not marked as production. Writes ask as the settings say.'),
    actions: production ? [] : ['settings'],
  });
}

function proxyRow({ proxy }: LocalFacts): CheckRow {
  const text =
    proxy === undefined
      ? l10n.t('None is set in http.proxy; that of the system or the environment is used where there is one.')
      : l10n.t('Calls go through {0}.', proxy);
  return row(l10n.t('Proxy'), { state: 'good', text });
}
