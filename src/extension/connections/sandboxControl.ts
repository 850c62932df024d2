/** Speaks to the pages of a sandbox org that change it, see `src/sandbox/http/admin`. */
import * as l10n from '@vscode/l10n';
import { ExplainedError } from '../errors/describeError.ts';

export class SandboxControl {
  private readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  /** The kinds of fault that can be ordered, and what each does. */
  async faultKinds(): Promise<Readonly<Record<string, string>>> {
    const { kinds } = (await this.ask('GET', 'faults')) as { kinds: Record<string, string> };
    return kinds;
  }

  /** @param next how many requests it strikes; undefined for all. */
  async orderFault(kind: string, next: number | undefined): Promise<void> {
    await this.ask('POST', 'faults', { kind, ...(next === undefined ? {} : { next }) });
  }

  async endFaults(): Promise<void> {
    await this.ask('DELETE', 'faults');
  }

  /** What the clock shows, ISO 8601, and how fast it runs. */
  async clock(): Promise<{ readonly now: string; readonly speed: number }> {
    return (await this.ask('GET', 'clock')) as { now: string; speed: number };
  }

  /** Sets the speed, or moves the clock forward by milliseconds. */
  async setClock(change: { readonly speed?: number; readonly advance?: number }): Promise<void> {
    await this.ask('POST', 'clock', change);
  }

  async reset(): Promise<void> {
    await this.ask('POST', 'reset', {});
  }

  private async ask(method: string, path: string, body?: object): Promise<unknown> {
    let response: Response;
    try {
      response = await fetch(new URL(`/_sandbox/${path}`, this.address), {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new ExplainedError(
        l10n.t('The sandbox org does not answer.'),
        l10n.t('Try the sandbox org again to start it.'),
      );
    }
    const answer = (await response.json()) as { readonly error?: string };
    if (!response.ok) {
      throw new ExplainedError(
        l10n.t('The sandbox org refuses that.'),
        answer.error ?? l10n.t('Status {0}.', response.status),
      );
    }
    return answer;
  }
}
