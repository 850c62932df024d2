/** What a check-up says of a connection without asking anybody: how it is kept, and how this machine reaches the world. */
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
  const title = 'Secret';
  if (secretAge === undefined) {
    return row(title, { state: 'skipped', text: 'It is not known since when it is kept here.' });
  }
  const words = ['Entered today.', 'Entered yesterday.'];
  const text = words[secretAge] ?? `Entered ${String(secretAge)} days ago.`;
  if (!secretIsOld) return row(title, { state: 'good', text });
  return row(title, {
    state: 'notice',
    text,
    advice: 'Rotate it in the installed package, then enter the new one.',
    actions: ['credentials', 'settings'],
  });
}

function safetyRow({ production, readOnly }: LocalFacts): CheckRow {
  const title = 'Safeguards';
  if (readOnly)
    return row(title, {
      state: 'good',
      text: 'For reading only: nothing is written through this connection.',
    });
  return row(title, {
    state: 'good',
    text: production
      ? 'Marked as production: what cannot be taken back asks for the name typed.'
      : 'Not marked as production. Writes ask as the settings say.',
    actions: production ? [] : ['settings'],
  });
}

function proxyRow({ proxy }: LocalFacts): CheckRow {
  const text =
    proxy === undefined
      ? 'None is set in http.proxy; that of the system or the environment is used where there is one.'
      : `Calls go through ${proxy}.`;
  return row('Proxy', { state: 'good', text });
}
