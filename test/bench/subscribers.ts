/** The objects that the bench creates: subscribers with profile attributes. */

export interface BenchSubscriber {
  readonly email: string;
  readonly key: string;
  readonly attributes: readonly { readonly Name: string; readonly Value: string }[];
}

/** Objects in one call. */
export const callSize = 50;

export function subscribers(count: number, attributeCount: number): BenchSubscriber[] {
  return Array.from({ length: count }, (_, index) => ({
    email: `person${String(index)}@example.com`,
    key: `key-${String(index)}`,
    attributes: Array.from({ length: attributeCount }, (_unused, attribute) => ({
      Name: `Attribute ${String(attribute)}`,
      Value: `value ${String(attribute)} of person ${String(index)}`,
    })),
  }));
}

/** The subscribers of each call. */
export function inCalls(all: readonly BenchSubscriber[]): BenchSubscriber[][] {
  return Array.from({ length: Math.ceil(all.length / callSize) }, (_, call) =>
    all.slice(call * callSize, (call + 1) * callSize),
  );
}
