/** Said of rows whose data extension the service does not know any more. */
import type { ErrorText } from '../../account.ts';

export class RowsGone extends Error implements ErrorText {
  readonly title: string;
  readonly advice: string;

  /** @param hasRows rows of it are still shown, with what was typed */
  constructor(name: string, hasRows: boolean) {
    super(`${name} is gone.`);
    this.title = `${name} is gone, or this business unit may not see it.`;
    this.advice = [
      'It was deleted, or belongs to another business unit: refresh the side bar to see what is there.',
      ...(hasRows ? ['What is loaded and typed stays here until you close the tab: Export keeps it.'] : []),
    ].join(' ');
  }
}
