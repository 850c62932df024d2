/** Makes the sends of the demo: a month of past ones, one that is under way, and one that recurs for ever. */
import { senderOf, type SendDefinition } from '../org/content.ts';
import type { Org } from '../org/org.ts';
import { audienceOf } from '../org/sends/audience.ts';
import type { Audience } from '../org/sends/send.ts';
import type { NewSend } from '../org/sends/sendLog.ts';
import { guidOf, mix } from '../random.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How many sends there were in the last 30 days. */
const pastSends = 60;

/** What a past send came to, by its number, where it was not its end. */
const fates: ReadonlyMap<number, 'cancel' | 'pause' | 'error'> = new Map([
  [16, 'cancel'],
  [25, 'error'],
  [30, 'cancel'],
  [42, 'cancel'],
  [49, 'pause'],
]);

/** When a send is made, when it starts and how long it takes. */
interface Timing {
  readonly createdAt: number;
  readonly startsAt: number;
  readonly duration: number;
  readonly failsAt?: number;
}

/** The sends of an org that begins at `now`, being filled. */
export class SendSeed {
  private readonly org: Org;
  private readonly now: number;
  private readonly audiences = new Map<SendDefinition, Audience>();

  constructor(org: Org, now: number) {
    this.org = org;
    this.now = now;
  }

  /** Past sends, two a day until yesterday, of these definitions by turns. */
  past(definitions: readonly SendDefinition[]): void {
    for (let number = 0; number < pastSends; number++) {
      const definition = definitions[number % definitions.length];
      if (definition !== undefined) this.addPast(definition, number);
    }
  }

  /** A send that began a few minutes ago and takes 25 minutes in all. */
  running(definition: SendDefinition): void {
    const startsAt = this.now - 4 * minute;
    this.org.sends.add(
      this.send(definition, { createdAt: startsAt - 2 * minute, startsAt, duration: 25 * minute }),
    );
  }

  /** A send that waits for tomorrow. */
  scheduled(definition: SendDefinition): void {
    const timing = { createdAt: this.now - hour, startsAt: this.now + 22 * hour, duration: 7 * minute };
    this.org.sends.add(this.send(definition, timing));
  }

  /**
   * A send that starts every four minutes of the clock and takes three: whoever looks sees one that goes out or waits
   * to. It has been so for the last quarter of an hour.
   */
  recurring(definition: SendDefinition): void {
    const lead = 70_000;
    const make = (startsAt: number): NewSend => {
      const duration = 175_000 + (mix(this.org.randomSeed, Math.floor(startsAt / minute)) % 10_000);
      return this.send(definition, { createdAt: startsAt - lead, startsAt, duration });
    };
    this.org.sends.recur({ every: 4 * minute, lead, make }, this.now - 15 * minute);
  }

  private addPast(definition: SendDefinition, number: number): void {
    const lot = mix(this.org.randomSeed + 55, number);
    const due = this.now - (pastSends - number) * 12 * hour + (lot % 180) * minute;
    const startsAt = Math.floor(due / minute) * minute;
    const duration = Math.max(minute, this.audience(definition).size * 10);
    const fate = fates.get(number);
    const timing = { createdAt: startsAt - 20 * minute, startsAt, duration };
    const send = this.org.sends.add(
      this.send(definition, fate === 'error' ? { ...timing, failsAt: 0.62 } : timing),
    );
    if (fate === 'cancel' || fate === 'pause') {
      send.orders.push({ at: startsAt + Math.floor(duration * 0.4), action: fate });
    }
  }

  private send(definition: SendDefinition, timing: Timing): NewSend {
    const { org } = this;
    const email = org.emails.find(definition.mid, 'id', definition.emailId);
    const seed = mix(org.randomSeed + definition.mid, Math.floor(timing.startsAt / 1000));
    const { fromName, fromAddress } = senderOf(definition);
    return {
      ...timing,
      failsAt: timing.failsAt,
      mid: definition.mid,
      objectId: guidOf(seed, 5),
      definition: { objectId: definition.objectId, key: definition.key },
      email: { id: definition.emailId, name: email?.name ?? '', links: email?.links ?? [] },
      subject: definition.subject,
      fromName,
      fromAddress,
      audience: this.audience(definition),
      isMultipart: definition.isMultipart,
      seed,
    };
  }

  /** All sends of a definition went to the same people. */
  private audience(definition: SendDefinition): Audience {
    const known = this.audiences.get(definition) ?? audienceOf(this.org, definition);
    this.audiences.set(definition, known);
    return known;
  }
}
