/** The questions of “Connect an Org…”, answered as a person answers them. */
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

export class ConnectForm {
  private readonly workbench: Workbench;

  constructor(workbench: Workbench) {
    this.workbench = workbench;
  }

  /** Begins with the first question, and answers it by the connection's name. */
  async begin(name: string): Promise<void> {
    await this.workbench.runCommand('Marketing Cloud: Connect an Org…');
    await this.answer('Name', name);
  }

  /** Waits until something is asked for, by the title of its step. */
  async asks(step: string): Promise<void> {
    await this.workbench.quickInput.title.getByText(`Connect an Org: ${step}`).waitFor();
  }

  /** Answers one step by typing. */
  async answer(step: string, text: string): Promise<void> {
    await this.asks(step);
    await this.workbench.quickInput.enter(text);
  }

  /** Chooses how to sign in. */
  async choose(way: string): Promise<void> {
    await this.asks('Way to Sign In');
    await this.workbench.quickInput.pick(way);
  }

  /** The dialog that tells a mistake. */
  mistake(message: RegExp): Locator {
    return this.workbench.page.getByRole('dialog').filter({ hasText: message });
  }

  /** Waits until a mistake is told, and goes back to where it was made. */
  async correct(message: RegExp): Promise<void> {
    const dialog = this.mistake(message);
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Correct' }).click();
  }
}
