/** Notes what rules asked beside the text that they looked at: what they found holds for as long as the answers do. */
import type { LiveFacts } from '../facts.ts';
import type { NamedObject, NamedObjects } from '../subject/requests.ts';
import { ownText } from '../xml/ownText.ts';

/** What rules can ask. */
export interface Known {
  readonly facts: LiveFacts;
  readonly requests: NamedObjects;
}

/** The questions. One row each. */
const questions = {
  columns: ({ facts }: Known, key: string) => facts.columns(key),
  attributes: ({ facts }: Known) => facts.attributes(),
  keys: ({ facts }: Known, objectType: string) => facts.keys(objectType),
  named: ({ requests }: Known, type: string, key: string) => requests.named(type, key),
} as const;

type Kind = keyof typeof questions;

/** Plain data: a function, or a node, would keep the version of the text that it is of. */
interface Answered {
  readonly kind: Kind;
  readonly about: readonly [string, string];
  readonly answer: unknown;
}

/** By the question. */
export type Asked = ReadonlyMap<string, Answered>;

const nothing: Asked = new Map<string, Answered>();

export class Asking implements Known {
  readonly facts: LiveFacts;
  readonly requests: NamedObjects;
  /** What ten thousand objects ask is asked once. */
  private readonly answers = new Map<string, unknown>();
  private noted: Map<string, Answered> | undefined;
  private readonly known: Known;

  constructor(known: Known) {
    this.known = known;
    this.facts = {
      columns: (key) => this.ask('columns', questions.columns, key),
      attributes: () => this.ask('attributes', questions.attributes),
      keys: (objectType) => this.ask('keys', questions.keys, objectType),
    };
    this.requests = { named: (type, key) => this.ask('named', questions.named, type, key) };
  }

  /** What has been asked so far. */
  get asked(): Asked {
    return this.noted ?? nothing;
  }

  /** What is asked during some work. */
  during<Result>(work: () => Result): { readonly result: Result; readonly asked: Asked } {
    const before = this.noted;
    this.noted = undefined;
    const result = work();
    const { asked } = this;
    this.noted = before;
    if (asked.size > 0) this.noted ??= new Map();
    for (const [id, answered] of asked) this.noted?.set(id, answered);
    return { result, asked };
  }

  private ask<Answer>(
    kind: Kind,
    look: (known: Known, first: string, second: string) => Answer,
    first = '',
    second = '',
  ): Answer {
    const id = `${kind} ${first} ${second}`;
    if (!this.answers.has(id)) this.answers.set(id, look(this.known, first, second));
    const answer = this.answers.get(id) as Answer;
    if (this.noted?.has(id) !== true) {
      const about = [ownText(first), ownText(second)] as const;
      this.noted ??= new Map();
      this.noted.set(ownText(id), { kind, about, answer: comparable(kind, answer) });
    }
    return answer;
  }
}

/** True while every question has the answer that it had. */
export function stillHolds(asked: Asked, known: Known): boolean {
  for (const { kind, about, answer } of asked.values()) {
    const now = comparable(kind, questions[kind](known, ...about));
    if (now !== answer && !isSameList(now, answer)) return false;
  }
  return true;
}

/** Of objects in the file, what stays the same while they do. */
function comparable(kind: Kind, answer: unknown): unknown {
  if (kind !== 'named') return answer;
  return (answer as readonly NamedObject[]).map(({ element }) => element.identity);
}

function isSameList(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
