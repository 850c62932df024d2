/** One question each: a text, a choice, a file; all of them with a way back and out. */
import * as vscode from 'vscode';
import type { Choice } from '../../guides/index.ts';

/** What a person did: answered, went back, or left (undefined). */
export type Answered = { readonly value: string } | 'back' | undefined;

export interface Frame {
  readonly title: string;
  readonly prompt: string;
  readonly step: number;
  readonly totalSteps: number;
}

interface TextInput {
  readonly value: string;
  readonly example: string | undefined;
  readonly check: (value: string) => string | undefined;
}

export function askText(frame: Frame, { value, example, check }: TextInput): Promise<Answered> {
  const input = vscode.window.createInputBox();
  Object.assign(input, framed(frame), { value, prompt: frame.prompt, placeholder: example ?? '' });
  return answered(input, (accept) => {
    input.onDidChangeValue(() => (input.validationMessage = ''));
    input.onDidAccept(() => {
      const problem = check(input.value);
      input.validationMessage = problem ?? '';
      if (problem === undefined) accept(input.value);
    });
  });
}

interface ChoiceInput {
  readonly choices: () => Promise<readonly Choice[]>;
  /** Several may be chosen, or none. */
  readonly many: boolean;
  /** What is not listed may be typed. */
  readonly open: boolean;
  /** Chosen before, as it was answered. */
  readonly value: string;
}

interface Item extends vscode.QuickPickItem {
  readonly value: string;
}

/** Choices that are loaded while the list is already there. Several answers are joined by line breaks. */
export function askChoice(frame: Frame, { choices, many, open, value }: ChoiceInput): Promise<Answered> {
  const picker = vscode.window.createQuickPick<Item>();
  Object.assign(picker, framed(frame), {
    ...{ placeholder: frame.prompt, busy: true, canSelectMany: many },
    ...{ matchOnDescription: true },
  });
  let items: readonly Item[] = [];
  const fill = (): void => {
    const typed = picker.value.trim();
    const isListed = items.some((item) => item.label === typed || item.value === typed);
    const own = open && !many && typed !== '' && !isListed ? [{ label: `Use “${typed}”`, value: typed }] : [];
    picker.items = [...items, ...own];
  };
  return answered(picker, (accept, fail) => {
    choices().then((found) => {
      items = found.map((choice) => ({ ...choice }));
      picker.busy = false;
      fill();
      const before = value.split('\n');
      const chosen = picker.items.filter((item) => before.includes(item.value));
      if (many) picker.selectedItems = chosen;
      else picker.activeItems = chosen;
    }, fail);
    picker.onDidChangeValue(fill);
    picker.onDidAccept(() => {
      if (many) accept(picker.selectedItems.map((item) => item.value).join('\n'));
      else if (picker.selectedItems[0] !== undefined) accept(picker.selectedItems[0].value);
    });
  });
}

/** Bytes; what is larger is better imported than turned into requests. */
const largest = 5 * 1024 * 1024;

/** The text of a file that the person chooses; asked again while it is wrong. */
export async function askFile(frame: Frame, check: (text: string) => string | undefined): Promise<Answered> {
  const chosen = await vscode.window.showOpenDialog({
    title: `${frame.title}: ${frame.prompt}`,
    openLabel: 'Use This File',
    filters: { CSV: ['csv', 'txt'], 'All files': ['*'] },
  });
  const [file] = chosen ?? [];
  // A dialog of the system has no way back of its own: to close it is to go back.
  if (file === undefined) return 'back';
  const { size } = await vscode.workspace.fs.stat(file);
  const text = size > largest ? '' : new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const problem = size > largest ? 'The file has more than 5 MB: import it instead.' : check(text);
  if (problem === undefined) return { value: text };
  const again = 'Choose Another File';
  const answer = await vscode.window.showErrorMessage(problem, again);
  return answer === again ? askFile(frame, check) : 'back';
}

function framed({ title, step, totalSteps }: Frame): object {
  const buttons = step === 1 ? [] : [vscode.QuickInputButtons.Back];
  return { title, step, totalSteps, buttons, ignoreFocusOut: true };
}

type Input = vscode.InputBox | vscode.QuickPick<Item>;

/** Shows the input until it is answered, left, or has failed. */
function answered(
  input: Input,
  listen: (accept: (value: string) => void, fail: (error: unknown) => void) => void,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const close = (settle: () => void): void => {
      settle();
      input.dispose();
    };
    input.onDidTriggerButton(() => close(() => resolve('back')));
    input.onDidHide(() => close(() => resolve(undefined)));
    listen(
      (value) => close(() => resolve({ value })),
      (error) => close(() => reject(error instanceof Error ? error : new Error(String(error)))),
    );
    input.show();
  });
}
