/** Asks several things one after another in the quick input, with a way back. */
import * as vscode from 'vscode';

export interface Step {
  readonly key: string;
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder?: string;
  readonly password?: boolean;
  /** What stands there before anybody has answered. */
  readonly initial?: (answers: Answers) => string;
  /** What is wrong with a value; undefined when it is right. */
  readonly check?: (value: string) => string | undefined;
  /** What there is to choose from; the answer is the id of one of them. */
  readonly choices?: readonly StepChoice[];
}

export interface StepChoice {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

export type Answers = Readonly<Record<string, string>>;

/**
 * Asks all steps from `first` on.
 * @param stepsFor the steps, which may depend on what was answered.
 * @param given answers to begin with.
 * @returns undefined when the person leaves.
 */
export async function askInSteps(
  title: string,
  stepsFor: (answers: Answers) => readonly Step[],
  given: Answers,
  first: string,
): Promise<Answers | undefined> {
  const answers: Record<string, string> = { ...given };
  let index = Math.max(
    0,
    stepsFor(answers).findIndex(({ key }) => key === first),
  );
  for (;;) {
    const steps = stepsFor(answers);
    const step = steps[index];
    if (step === undefined) return answers;
    const value = answers[step.key] ?? step.initial?.(answers) ?? '';
    const answer = await ask(`${title}: ${step.title}`, step, { value, number: index + 1, of: steps.length });
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      index -= 1;
    } else {
      // What was a secret of one choice is none of another.
      if (step.choices !== undefined && answers[step.key] !== answer.value) forgetSecrets(answers, steps);
      answers[step.key] = answer.value;
      index += 1;
    }
  }
}

function forgetSecrets(answers: Record<string, string>, steps: readonly Step[]): void {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the keys are those of the steps
  for (const { key, password } of steps) if (password === true) delete answers[key];
}

interface Place {
  /** What is there already. */
  readonly value: string;
  readonly number: number;
  readonly of: number;
}

type Answer = { readonly value: string } | 'back' | undefined;

/** One step; `back` when the person wants to return to the one before. */
function ask(title: string, step: Step, place: Place): Promise<Answer> {
  return step.choices === undefined
    ? askForText(title, step, place)
    : askForChoice(title, step, { ...place, choices: step.choices });
}

function askForText(title: string, step: Step, { value, number, of }: Place): Promise<Answer> {
  const input = vscode.window.createInputBox();
  Object.assign(input, {
    ...{ title, step: number, totalSteps: of, value, prompt: step.prompt, ignoreFocusOut: true },
    placeholder: step.placeHolder ?? '',
    password: step.password ?? false,
    buttons: backFrom(number),
  });
  return new Promise((resolve) => {
    input.onDidChangeValue(() => (input.validationMessage = ''));
    input.onDidTriggerButton(() => {
      resolve('back');
      input.dispose();
    });
    input.onDidAccept(() => {
      const problem = step.check?.(input.value);
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

function askForChoice(
  title: string,
  step: Step,
  { value, number, of, choices }: Place & { readonly choices: readonly StepChoice[] },
): Promise<Answer> {
  const input = vscode.window.createQuickPick<StepChoice & vscode.QuickPickItem>();
  Object.assign(input, {
    ...{ title, step: number, totalSteps: of, items: choices, ignoreFocusOut: true },
    placeholder: step.prompt,
    activeItems: choices.filter(({ id }) => id === value),
    buttons: backFrom(number),
  });
  return new Promise((resolve) => {
    input.onDidTriggerButton(() => {
      resolve('back');
      input.dispose();
    });
    input.onDidAccept(() => {
      const [chosen] = input.activeItems;
      if (chosen === undefined) return;
      resolve({ value: chosen.id });
      input.dispose();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

function backFrom(step: number): vscode.QuickInputButton[] {
  return step === 1 ? [] : [vscode.QuickInputButtons.Back];
}
