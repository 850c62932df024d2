/** VS Code's quick input: the palette, pick lists and input boxes at the top of the window. */
import type { Locator, Page } from 'playwright-core';

export class QuickInput {
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#widget = page.locator('.quick-input-widget');
  }

  /** The field to type in. */
  get field(): Locator {
    return this.#widget.locator('input.input, textarea.input').first();
  }

  /** The choices on offer. */
  options(label: string | RegExp): Locator {
    return this.#widget.getByRole('option', { name: label });
  }

  /** Waits for the field and replaces what is in it. */
  async fill(text: string): Promise<void> {
    await this.field.waitFor();
    await this.field.fill(text);
  }

  /** Fills the field in and accepts. */
  async enter(text: string): Promise<void> {
    await this.fill(text);
    await this.accept();
  }

  /** Accepts what is chosen or typed. */
  async accept(): Promise<void> {
    await this.field.press('Enter');
  }

  /**
   * Accepts the file that a dialog suggests as soon as it has looked into the folder, or another one beside it.
   * @returns its path
   */
  async acceptFile(suggested: RegExp, other?: string): Promise<string> {
    for (;;) {
      await this.field.waitFor();
      const file = await this.field.inputValue();
      if (!suggested.test(file)) continue;
      const wanted = other === undefined ? file : file.replace(suggested, other);
      if (wanted !== file) await this.fill(wanted);
      await this.accept();
      return wanted;
    }
  }

  /** Gives a file to a dialog that opens one. What is typed before it has looked into its own folder is lost. */
  async openFile(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    do await this.fill(path);
    while (!(await this.offers(name)) || (await this.field.inputValue()) !== path);
    await this.accept();
  }

  /** Whether a choice comes up within two seconds. */
  async offers(label: string | RegExp): Promise<boolean> {
    return this.options(label)
      .first()
      .waitFor({ timeout: 2000 })
      .then(
        () => true,
        () => false,
      );
  }

  /** Chooses the first option whose words contain the label. */
  async pick(label: string | RegExp): Promise<void> {
    await this.options(label).first().click();
  }

  /** The message under the field, such as why an input is refused. */
  get message(): Locator {
    return this.#widget.locator('.quick-input-message');
  }

  /** What the quick input is for, above its field. */
  get title(): Locator {
    return this.#widget.locator('.quick-input-title');
  }
}
