/** Environments: sets of variables that a person switches between, as they stand in the settings. */

/** Holds for every environment, and for none. */
const sharedName = '$shared';

export interface Environments {
  /** Names to choose from. */
  readonly names: readonly string[];
  /** Variables of an environment, shared ones included; of the shared ones alone when it is undefined or unknown. */
  variables(name: string | undefined): ReadonlyMap<string, string>;
}

/** Reads the setting `marketingCloud.environments`; what is no text, number or boolean is left out. */
export function readEnvironments(setting: unknown): Environments {
  const all = isRecord(setting) ? setting : {};
  const names = Object.keys(all).filter((name) => name !== sharedName && isRecord(all[name]));
  return {
    names,
    variables: (name) =>
      new Map([
        ...variablesIn(all[sharedName]),
        ...(name !== undefined && names.includes(name) ? variablesIn(all[name]) : []),
      ]),
  };
}

function variablesIn(environment: unknown): (readonly [string, string])[] {
  if (!isRecord(environment)) return [];
  return Object.entries(environment).flatMap(([name, value]) => {
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isPlain ? [[name, String(value)] as const] : [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
