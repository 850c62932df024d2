/** Asks several things one after another in the quick input, with a way back. */
import * as vscode from 'vscode';

export interface Step {
  readonly key: string;
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder?: string;
  readonly password?: boolean;
  /** What is wrong with a value; undefined when it is right. */
  readonly check: (value: string) => string | undefined;
}

export type Answers = Readonly<Record<string, string>>;

/**
 * Asks all steps from `first` on.
 * @param given answers to begin with.
 * @returns undefined when the person leaves.
 */
export async function askInSteps(
  title: string,
  steps: readonly Step[],
  given: Answers,
  first: string,
): Promise<Answers | undefined> {
  const answers: Record<string, string> = { ...given };
  let index = Math.max(
    0,
    steps.findIndex(({ key }) => key === first),
  );
  for (;;) {
    const step = steps[index];
    if (step === undefined) return answers;
    const place = { number: index + 1, of: steps.length };
    const answer = await ask(`${title}: ${step.title}`, step, answers[step.key] ?? '', place);
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      index -= 1;
    } else {
      answers[step.key] = answer.value;
      index += 1;
    }
  }
}

/** One step; `back` when the person wants to return to the one before. */
function ask(
  title: string,
  step: Step,
  value: string,
  place: { readonly number: number; readonly of: number },
): Promise<{ readonly value: string } | 'back' | undefined> {
  const input = vscode.window.createInputBox();
  Object.assign(input, {
    title,
    step: place.number,
    totalSteps: place.of,
    value,
    prompt: step.prompt,
    placeholder: step.placeHolder ?? '',
    password: step.password ?? false,
    ignoreFocusOut: true,
    buttons: place.number === 1 ? [] : [vscode.QuickInputButtons.Back],
  });
  return new Promise((resolve) => {
    input.onDidChangeValue(() => (input.validationMessage = ''));
    input.onDidTriggerButton(() => {
      resolve('back');
      input.dispose();
    });
    input.onDidAccept(() => {
      const problem = step.check(input.value);
      input.validationMessage = problem ?? '';
      if (problem !== undefined) return;
      resolve({ value: input.value });
      input.dispose();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
