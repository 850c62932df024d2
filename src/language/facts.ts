/** What the language server knows of the org that is connected. Every answer is immediate; `undefined` is "not known". */
import type { Column, FactAnswers, FactQuestion, KnownKeys } from '../shared/orgFacts.ts';
import type { ScratchRequest } from './scratch/model.ts';

export interface LiveFacts {
  /** The columns of the data extension with this external key; empty when there is no such data extension. */
  columns(dataExtensionKey: string): readonly Column[] | undefined;
  /** The names of the profile attributes of subscribers. */
  attributes(): readonly string[] | undefined;
  /** The keys of the objects of a type: `DataExtension`, `List` (whose keys are IDs), `EmailSendDefinition` … */
  keys(objectType: string): KnownKeys | undefined;
}

/** Facts that are kept by the question that they answer. */
export abstract class KeptFacts implements LiveFacts {
  columns(key: string): readonly Column[] | undefined {
    return this.look({ kind: 'columns', key });
  }

  attributes(): readonly string[] | undefined {
    return this.look({ kind: 'attributes' });
  }

  keys(objectType: string): KnownKeys | undefined {
    return this.look({ kind: 'keys', objectType });
  }

  /** What is known of the id of a question, null when it cannot be known; has it asked for when it is not known. */
  protected abstract find(id: string, question: FactQuestion): unknown;

  private look<Question extends FactQuestion>(question: Question): FactAnswers[Question['kind']] | undefined {
    return (this.find(JSON.stringify(question), question) ?? undefined) as
      FactAnswers[Question['kind']] | undefined;
  }
}

/** Not connected: nothing is known. */
export const noFacts: LiveFacts = {
  columns: () => undefined,
  attributes: () => undefined,
  keys: () => undefined,
};

/** What is known of where a request runs: nothing, when it names another connection or business unit. */
export function factsFor(request: ScratchRequest, facts: LiveFacts): LiveFacts {
  const elsewhere = request.directives.some(({ name }) => name === 'connection' || name === 'bu');
  return elsewhere ? noFacts : facts;
}
