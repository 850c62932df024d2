/**
 * The traps of the real service: what it does without a word that takes people by surprise. The sandbox falls into them
 * as the service does, and notes each in the journal; a trap that is made loud refuses instead, and says why. A new
 * trap is a row here, and a call of `trap` where it is sprung.
 */

export const traps = {
  'unknown-element': 'Elements that the schema does not know are dropped without a word.',
  'element-order':
    'Elements may come in any order, whatever the schema says; another service of the same schema would refuse them.',
  'unknown-attribute': 'Profile attributes that the account does not have are dropped without a word.',
  'unknown-column': 'Columns that the data extension does not have are dropped without a word.',
  'partner-properties':
    'Properties that can be retrieved and have no element in the schema come back as PartnerProperties, by name and value.',
  'date-without-offset': 'A date-time without an offset is taken for server time: UTC-6 all the year.',
  'server-time':
    'Date-times in answers are server time, UTC-6, and do not say so. Loud: they carry their offset.',
  'error-in-200':
    'Errors of objects and of retrieves come inside an answer with HTTP status 200. Loud: as a SOAP fault.',
  'star-properties': 'A retrieve of rows with the property * answers no columns at all.',
  'long-key': 'External keys longer than 36 characters are taken, and cut off by the web application.',
  'many-objects': 'More than 50 objects in a synchronous call are taken, and make it time out under load.',
  'date-and-id': 'Sends filtered by SentDate and ID together are never found.',
  'replaced-lists': 'An update of a send definition replaces all its lists by those that it carries.',
  'deleted-queries': 'A retrieve of query definitions without a filter by Status answers deleted ones too.',
  'action-without-id':
    'Pausing, resuming or canceling a send without its ID does nothing, and says so nowhere.',
  'delete-without-fields': 'A delete of a data extension without Fields deletes the data extension itself.',
  'shared-rows':
    'A business unit finds the rows of a data extension that the enterprise shares only if it names that, by ClientIDs or by the Client of each object.',
  'classic-key':
    'Classic content filtered by CustomerKey may not be found, so one tenant has it. Quiet: it is found. Loud: it is refused.',
} as const;

export type TrapName = keyof typeof traps;

/** Traps that the service may not have: as long as they are quiet, they are not sprung. */
export const unsureTraps: ReadonlySet<TrapName> = new Set(['classic-key']);

/** Tells that a trap was sprung. @throws LoudTrap when the trap is loud. */
export type Trap = (name: TrapName, detail: string) => void;

/** Carries the refusal of a loud trap to where it is answered; it never leaves the service. */
export class LoudTrap extends Error {
  readonly trap: TrapName;

  constructor(trap: TrapName, detail: string) {
    super(
      `Sandbox, trap "${trap}": ${detail} ${traps[trap]} The sandbox refuses it because this trap is loud.`,
    );
    this.trap = trap;
  }
}

/** Which traps are loud. */
export class TrapBoard {
  private readonly loud = new Set<TrapName>();

  isLoud(name: TrapName): boolean {
    return this.loud.has(name);
  }

  set(name: TrapName, isLoud: boolean): void {
    if (isLoud) this.loud.add(name);
    else this.loud.delete(name);
  }

  /** Every trap, and whether it is loud. */
  all(): readonly { readonly name: TrapName; readonly about: string; readonly loud: boolean }[] {
    return (Object.keys(traps) as TrapName[]).map((name) => ({
      name,
      about: traps[name],
      loud: this.loud.has(name),
    }));
  }
}
