/** Random but repeatable courses of sends: how many were out at any moment, as the service would say. */

/** How a send goes; each was seen or is feared. */
export const courses = ['even', 'uneven', 'bursty', 'warming up', 'pausing'] as const;
export type Course = (typeof courses)[number];

export interface SendHistory {
  readonly course: Course;
  readonly audience: number;
  /** Milliseconds from the first message to the sent time. */
  readonly duration: number;
  /** What the service says so long after the start; it adds its counts up only now and then. */
  numberAt(time: number): number;
}

/** Numbers from 0 to 1 that follow from a seed. */
export type Lots = () => number;

export function lotsOf(seed: number): Lots {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function randomHistory(number: number): SendHistory {
  const lots = lotsOf(number);
  const course = courses[number % courses.length] ?? 'even';
  // From one minute to more than three hours, and from 200 messages to a million.
  const duration = Math.round(60_000 * 200 ** lots());
  const audience = Math.floor(200 * 5000 ** lots());
  const marks = marksOf(course, lots);
  const refresh = 1000 + lots() * 14_000;
  return {
    course,
    audience,
    duration,
    numberAt: (time) => {
      if (time >= duration) return audience;
      const share = Math.max(0, (Math.floor(time / refresh) * refresh) / duration);
      const step = Math.floor(share * (marks.length - 1));
      const [from = 0, to = 1] = [marks[step], marks[step + 1]];
      return Math.floor(audience * (from + (to - from) * (share * (marks.length - 1) - step)));
    },
  };
}

/** The share that is out at the end of each of many steps of one length. */
function marksOf(course: Course, lots: Lots): number[] {
  const steps = 6 + Math.floor(lots() * 60);
  const speeds = Array.from({ length: steps }, (_, step) => speedOf(course, step, lots));
  const total = speeds.reduce((sum, speed) => sum + speed, 0);
  let reached = 0;
  return [0, ...speeds.map((speed) => (reached += speed / total))];
}

function speedOf(course: Course, step: number, lots: Lots): number {
  switch (course) {
    case 'even':
      return 1;
    case 'uneven':
      return 0.5 + lots();
    case 'bursty':
      return lots() ** 3 + 0.02;
    case 'warming up':
      return Math.min(1, (step + 1) / 4) * (0.5 + lots());
    case 'pausing':
      return lots() < 0.12 ? 0.01 : 0.7 + 0.6 * lots();
  }
}
