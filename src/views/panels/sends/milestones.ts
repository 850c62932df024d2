/** What a screen reader is told while a send runs: its quarters, and no number in between. */
import * as l10n from '@vscode/l10n';
import { formatNumber } from '../../display.ts';
import { isOver } from '../../sends/send.ts';
import { keyOf, type WatchedSend } from '../../sends/watch.ts';
import { nameOf, progressOf } from './wording.ts';

export class Milestones {
  private readonly reached = new Map<string, number>();

  /** @returns what is new since the last time; empty when nothing is. */
  tell(sends: readonly WatchedSend[]): string {
    return sends.flatMap((send) => this.newsOf(send) ?? []).join(' ');
  }

  private newsOf(send: WatchedSend): string | undefined {
    const { reading } = send;
    const progress = progressOf(reading);
    if (reading === undefined || progress === undefined || isOver(reading.phase)) return undefined;
    const quarter = Math.floor(progress * 4);
    const before = this.reached.get(keyOf(send.target));
    this.reached.set(keyOf(send.target), quarter);
    // The first look is where the watch begins, and no news.
    if (before === undefined || quarter <= before || quarter === 0) return undefined;
    return l10n.t(
      '{0}: {1} percent, {2} sent.',
      nameOf(send),
      quarter * 25,
      formatNumber(reading.numberSent),
    );
  }
}
