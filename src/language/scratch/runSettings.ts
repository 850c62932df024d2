/** What the directives of a request ask for when it is run. */
import type { AssertionText, PromptText, RunSettings } from '../../shared/languageMessages.ts';
import { parseAssertion } from './assertion.ts';
import type { Directive, ScratchRequest } from './model.ts';

/** Fills the variables of a directive's value in; throws what it likes when that cannot be done. */
export type FillIn = (directive: Directive) => string;

/** The prompts of a request, in their order: they are asked before anything else is looked at. */
export function promptsOf({ directives }: ScratchRequest): PromptText[] {
  return directives
    .filter(({ name }) => name === 'prompt')
    .map(({ value }) => {
      const [name = '', ...description] = value.split(/\s+/);
      return { name, description: description.join(' ') };
    });
}

/** Names of the requests that run when this one has succeeded. */
export function followersOf({ directives }: ScratchRequest): string[] {
  return directives
    .filter(({ name }) => name === 'onSuccess')
    .map(({ value }) => value.replace(/^run\s+/, ''));
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** Each directive of which there is one, by what it adds to the settings. */
const readers: Readonly<Record<string, (value: string) => RunSettings>> = {
  connection: (connection) => ({ connection }),
  bu: (value) => (value === 'all' ? { allBusinessUnits: true } : { businessUnit: Number(value) }),
  mode: (value) => ({ mode: value === 'async' || value === 'hybrid' ? value : 'sync' }),
  timeout: (value) => {
    const [, amount, unit] = /^(\d+)\s*(\w+)$/.exec(value) ?? [];
    return { timeout: Number(amount) * (units[unit ?? ''] ?? 1) };
  },
  batch: (value) => ({ batch: Number(value) }),
  limit: (value) => ({ follow: Number(value) }),
  all: () => ({ follow: 'all' }),
  note: (note) => ({ note }),
  correlation: (correlation) => ({ correlation }),
  save: (save) => ({ save }),
};

/** Reads the directives, their variables filled in. */
export function readRunSettings(request: Pick<ScratchRequest, 'directives'>, fillIn: FillIn): RunSettings {
  const values = new Map(request.directives.map((directive) => [directive.name, directive]));
  const single = Object.entries(readers).map(([name, read]) => {
    const directive = values.get(name);
    return directive === undefined ? {} : read(fillIn(directive));
  });
  const assertions = request.directives
    .filter(({ name }) => name === 'assert')
    .flatMap((directive) => readAssertion(directive, fillIn));
  return Object.assign({}, ...single, assertions.length === 0 ? {} : { assertions }) as RunSettings;
}

function readAssertion(directive: Directive, fillIn: FillIn): AssertionText[] {
  const assertion = parseAssertion(directive.value);
  if (assertion === undefined) return [];
  const { name, range, nameRange, valueRange } = directive;
  const { start, end } = valueRange;
  const part = (value: string): string => fillIn({ name, value, range, nameRange, valueRange });
  return [
    {
      text: directive.value,
      xpath: part(assertion.xpath),
      operator: assertion.operator,
      value: part(assertion.value),
      range: { start, end },
    },
  ];
}
