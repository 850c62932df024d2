/** The variables that files can use without defining them, asked of the extension a file at a time. */
import type { OutsideVariables } from '../../shared/variableMessages.ts';
import type { VariableContext } from '../scratch/variables.ts';

interface Parts {
  readonly ask: (uri: string) => Promise<OutsideVariables | null>;
  /** Called when more is known than before. */
  readonly changed: () => void;
}

/** What stands for a value that is not shown. */
const hidden = '•••';

export class KnownVariables {
  private readonly parts: Parts;
  private answers = new Map<string, OutsideVariables | undefined>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Until the answer is there, every variable counts as known: a wrong alarm is worse than a late one. */
  contextOf(uri: string): Pick<VariableContext, 'environment' | 'environmentName'> {
    if (!this.answers.has(uri)) this.ask(uri);
    const known = this.answers.get(uri);
    if (known === undefined) return { environment: () => hidden };
    const { values, environmentName } = known;
    return {
      environment: (name) => (Object.hasOwn(values, name) ? (values[name] ?? hidden) : undefined),
      ...(environmentName === null ? {} : { environmentName }),
    };
  }

  forgetFile(uri: string): void {
    this.answers.delete(uri);
  }

  forget(): void {
    this.answers = new Map();
    this.parts.changed();
  }

  private ask(uri: string): void {
    const { answers } = this;
    answers.set(uri, undefined);
    this.parts.ask(uri).then(
      (known) => {
        // What was asked before everything changed is no longer of interest.
        if (known === null || this.answers !== answers) return;
        answers.set(uri, known);
        this.parts.changed();
      },
      () => undefined,
    );
  }
}
