/** Numbers and identifiers that look random and follow from a seed alone, so that two runs with one seed agree. */

/** A well-mixed hash of two integers, 0 to 2³²-1. The finaliser is the one of MurmurHash3. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Like `mix`, as a fraction from 0 up to but not including 1. */
export function mixFraction(a: number, b: number): number {
  return mix(a, b) / 0x1_0000_0000;
}

/** A hash of a text under a seed, 0 to 2³²-1. */
export function hashText(seed: number, text: string): number {
  let h = mix(seed, text.length);
  for (let index = 0; index < text.length; index++) h = Math.imul(h ^ text.charCodeAt(index), 0x01000193);
  return mix(h, seed);
}

/** The lower-case GUID that belongs to two integers. */
export function guidOf(a: number, b: number): string {
  const hex = [0, 1, 2, 3]
    .map((part) =>
      mix(a ^ Math.imul(part, 0x27d4eb2f), b + part)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A sequence of random values; every value drawn moves it on. */
export class RandomSequence {
  private readonly seed: number;
  private drawn = 0;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** How many values were drawn. */
  get position(): number {
    return this.drawn;
  }

  /** Goes on as if so many values had been drawn. */
  moveTo(position: number): void {
    this.drawn = position;
  }

  /** The next GUID. */
  guid(): string {
    this.drawn += 1;
    return guidOf(this.seed, this.drawn);
  }

  /** The next integer, 0 to 2³²-1. */
  integer(): number {
    this.drawn += 1;
    return mix(this.seed, this.drawn);
  }
}
