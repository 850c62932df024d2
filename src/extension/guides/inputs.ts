/** One question each: a text or a choice; both with a way back and out. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Choice } from '../../guides/index.ts';

/** What is known of a file beside its text. */
export interface FileFacts {
  readonly name: string;
  readonly bytes: number;
}

/** What a person did: answered, went back, was not asked at all, or left (undefined). */
export type Answered = { readonly value: string; readonly file?: FileFacts } | 'back' | 'skip' | undefined;

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
  /** What the value comes to, below the field. */
  readonly preview: (value: string) => string | undefined;
}

export function askText(frame: Frame, { value, example, check, preview }: TextInput): Promise<Answered> {
  const input = vscode.window.createInputBox();
  const promptFor = (text: string): string =>
    [frame.prompt, preview(text)].filter((part) => part !== undefined).join('. ');
  Object.assign(input, framed(frame), { value, prompt: promptFor(value), placeholder: example ?? '' });
  return answered(input, (accept) => {
    input.onDidChangeValue((text) => {
      input.validationMessage = '';
      input.prompt = promptFor(text);
    });
    input.onDidAccept(() => {
      const problem = check(input.value);
      input.validationMessage = problem ?? '';
      if (problem === undefined) accept(input.value);
    });
  });
}

interface ChoiceInput {
  /** `skip` when it turns out that there is nothing to choose from. */
  readonly choices: () => Promise<readonly Choice[] | 'skip'>;
  /** Several may be chosen, or none. */
  readonly many: boolean;
  /** What is not listed may be typed. */
  readonly open: boolean;
  /** Chosen before, as it was answered. */
  readonly value: string;
}

interface Item extends vscode.QuickPickItem {
  readonly value: string;
  readonly isInfo?: boolean;
}

/** What the infos say, without their icons. */
function infosIn(choices: readonly Choice[]): readonly string[] {
  return choices.filter(({ isInfo }) => isInfo === true).map(({ label }) => label.replace(/^\$\(\w+\) /, ''));
}

/** What is only to be read stands below, under a line. */
function itemsOf(choices: readonly Choice[]): readonly Item[] {
  const infos = choices.filter(({ isInfo }) => isInfo === true);
  const line: Item = { label: '', kind: vscode.QuickPickItemKind.Separator, value: '' };
  return [
    ...choices.filter(({ isInfo }) => isInfo !== true),
    ...(infos.length === 0 ? [] : [line, ...infos.map((info) => ({ ...info, alwaysShow: true }))]),
  ];
}

/** Choices that are loaded while the list is already there. Several answers are joined by line breaks. */
export function askChoice(frame: Frame, { choices, many, open, value }: ChoiceInput): Promise<Answered> {
  const picker = vscode.window.createQuickPick<Item>();
  Object.assign(picker, framed(frame), {
    ...{ placeholder: frame.prompt, busy: true, canSelectMany: many },
    ...{ matchOnDescription: true },
  });
  let items: readonly Item[] = [];
  const isChoice = ({ isInfo, kind }: Item): boolean => isInfo !== true && kind === undefined;
  const fill = (): void => {
    const typed = picker.value.trim();
    const isListed = items.some((item) => item.label === typed || item.value === typed);
    const own =
      open && !many && typed !== '' && !isListed ? [{ label: l10n.t('Use “{0}”', typed), value: typed }] : [];
    picker.items = [...items, ...own];
  };
  return answered(picker, (accept, fail, skip) => {
    choices().then((found) => {
      if (found === 'skip') {
        skip();
        return;
      }
      items = itemsOf(many ? found.filter(({ isInfo }) => isInfo !== true) : found);
      // Among boxes to be checked there is no place for what is only to be read.
      if (many) picker.placeholder = [...infosIn(found), frame.prompt].join(' ');
      picker.busy = false;
      fill();
      const before = value.split('\n');
      const isFirst = value === '';
      const marked = found.filter((each) => (isFirst ? each.isPicked === true : before.includes(each.value)));
      const chosen = picker.items.filter((item) => marked.some((each) => each.value === item.value));
      if (many) picker.selectedItems = chosen.filter(isChoice);
      else picker.activeItems = chosen.filter(isChoice);
    }, fail);
    picker.onDidChangeValue(fill);
    picker.onDidAccept(() => {
      const chosen = picker.selectedItems.filter(isChoice);
      if (many) accept(chosen.map((item) => item.value).join('\n'));
      else if (chosen[0] !== undefined) accept(chosen[0].value);
    });
  });
}

function framed({ title, step, totalSteps }: Frame): object {
  const buttons = step === 1 ? [] : [vscode.QuickInputButtons.Back];
  return { title, step, totalSteps, buttons, ignoreFocusOut: true };
}

type Input = vscode.InputBox | vscode.QuickPick<Item>;

/** Shows the input until it is answered, left, or has failed. */
function answered(
  input: Input,
  listen: (accept: (value: string) => void, fail: (error: unknown) => void, skip: () => void) => void,
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
      () => close(() => resolve('skip')),
    );
    input.show();
  });
}
