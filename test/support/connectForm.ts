/** The questions of “Connect an Org…”, answered as a person answers them. */
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

interface ServerPackage {
  /** What is given for the subdomain. */
  readonly address: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

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

  /** Answers all that is asked for a Server-to-Server package, without a business unit. */
  async connectPackage(name: string, given: ServerPackage): Promise<void> {
    await this.begin(name);
    await this.choose('Server-to-Server package');
    await this.answer('Subdomain', given.address);
    await this.answer('Client ID', given.clientId);
    await this.answer('Client Secret', given.clientSecret);
    await this.answer('MID', '');
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
