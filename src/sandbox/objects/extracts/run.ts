/** Runs an extract: checks its parameters, and lets its file land in the Export folder. */
import type { Account } from '../../org/account.ts';
import { isFileName } from '../../org/files.ts';
import type { Org } from '../../org/org.ts';
import { parseDate } from '../../serverTime.ts';
import { refused, type Outcome } from '../outcome.ts';
import type { ExtractParameter, ExtractType } from './extract.ts';

/** How long an extract waits before it runs. */
const queueing = 5000;

/** Parameters by their names in lower case. */
export type ParameterValues = ReadonlyMap<string, string>;

/** What keeps an extract from being run; the codes are documented. */
export function parametersProblem(type: ExtractType, values: ParameterValues): Outcome | undefined {
  const known = new Map(type.parameters.map((parameter) => [parameter.name.toLowerCase(), parameter]));
  const strange = [...values.keys()].find((name) => !known.has(name));
  if (strange !== undefined) return refused(31_005, `The parameter ${strange} is not one of the extract.`);
  for (const parameter of type.parameters) {
    const value = values.get(parameter.name.toLowerCase()) ?? '';
    if (value === '' && !parameter.isOptional) {
      return refused(31_006, `The required parameter ${parameter.name} is missing.`);
    }
    if (value !== '' && !isValue(parameter, value)) {
      return refused(
        31_007,
        `The parameter ${parameter.name} has the invalid value ${value} for the type ${parameter.type}.`,
      );
    }
  }
  const name = values.get('outputfilename') ?? '';
  return isFileName(name) ? undefined : refused(31_007, `OutputFileName has the invalid value ${name}.`);
}

function isValue({ type }: ExtractParameter, value: string): boolean {
  switch (type) {
    case 'datetime':
      return parseDate(value) !== undefined;
    case 'bool':
      return /^(?:true|false|0|1)$/i.test(value);
    case 'integer':
      return /^-?\d+$/.test(value);
    case 'string':
      return true;
  }
}

/** Queues an extract whose parameters were checked. `ended` is told of what went wrong, or of nothing. */
export function queueExtract(
  { org, account, now }: { readonly org: Org; readonly account: Account; readonly now: number },
  type: ExtractType,
  values: ParameterValues,
  ended: (at: number, problem?: string) => void = () => undefined,
): void {
  const parameter = (name: string): string | undefined => {
    const value = values.get(name.toLowerCase());
    return value === '' ? undefined : value;
  };
  org.plan({
    at: now + queueing,
    work: (at) => {
      const file = type.run({ org, account, now: at, parameter });
      const name = parameter('OutputFileName') ?? '';
      // Nobody waits for an answer any more: what went wrong is told by a file.
      if (typeof file === 'string') org.files.write('Export', `${name}.error.txt`, Buffer.from(file));
      else org.files.write('Export', name, file);
      ended(at, typeof file === 'string' ? file : undefined);
    },
    failed: ended,
  });
}
