/** Asks the questions of a guide one after another, with a way back to each. */
import * as l10n from '@vscode/l10n';
import type { Answers, Choice, Guide, PickQuestion, Question } from '../../guides/index.ts';
import type { Account } from '../../views/index.ts';
import { describeError, isCancellation } from '../errors/describeError.ts';
import { askChoice, askText, type Answered, type FileFacts, type Frame } from './inputs.ts';
import { askFile } from './askFile.ts';
import { liveChoices } from './liveChoices.ts';

/** What is done with the requests in the end. */
export type Ending = 'open' | 'run' | 'copy';

const endings: readonly Ending[] = ['open', 'run', 'copy'];

/** Where a guide begins. */
export interface Beginning {
  /** What is picked comes from here; undefined to have it typed. */
  readonly account: Account | undefined;
  /** Answers that are known already; their questions are not asked. */
  readonly given: Answers;
}

/** @returns undefined when the person leaves */
export async function askGuide(
  guide: Guide,
  { account, given }: Beginning,
): Promise<{ readonly answers: Answers; readonly ending: Ending } | undefined> {
  const { Walk } = await import('../../guides/index.ts');
  const walk = new Walk(guide, given);
  for (;;) {
    const { question, answers } = walk;
    const frame = frameOf(guide, question, walk.place);
    const answer = await (question === undefined
      ? askEnding(frame, guide.build(answers).length)
      : ask(question, answers, { frame, account }));
    if (answer === undefined) return undefined;
    if (answer === 'back') walk.back();
    else if (question === undefined) return { answers, ending: endingOf(answer) };
    else if (answer === 'skip') walk.skip(question);
    else walk.answer(question, answersIn(question, answer));
  }
}

function endingOf(answer: Exclude<Answered, 'back' | undefined>): Ending {
  if (answer === 'skip') return 'open';
  return endings.find((ending) => ending === answer.value) ?? 'open';
}

/** What is known of a file beside its text is an answer too. */
function answersIn({ key }: Question, { value, file }: { value: string; file?: FileFacts }): Answers {
  return file === undefined
    ? { [key]: value }
    : { [key]: value, [`${key}.name`]: file.name, [`${key}.bytes`]: String(file.bytes) };
}

/** After the last question it is asked what is to be done. */
function frameOf(
  guide: Guide,
  question: Question | undefined,
  place: Pick<Frame, 'step' | 'totalSteps'>,
): Frame {
  return question === undefined
    ? { ...place, title: guide.title, prompt: l10n.t('What is to be done with the request?') }
    : { ...place, title: `${guide.title}: ${question.title}`, prompt: question.prompt };
}

interface Around {
  readonly frame: Frame;
  readonly account: Account | undefined;
}

function ask(question: Question, answers: Answers, { frame, account }: Around): Promise<Answered> {
  const value = answers[question.key] ?? '';
  switch (question.kind) {
    case 'text': {
      const { check, example, initial = '', preview } = question;
      const first = typeof initial === 'string' ? initial : initial(answers);
      return askText(frame, {
        value: question.key in answers ? value : first,
        example,
        check: (text) => check(text, answers),
        preview: (text) => preview?.(text, answers),
      });
    }
    case 'file':
      return askFile(frame, question, answers);
    case 'choice': {
      const { choices, many = false } = question;
      const found = typeof choices === 'function' ? choices(answers) : choices;
      return askChoice(frame, { choices: () => Promise.resolve(found), many, open: false, value });
    }
    case 'pick':
      return pick(question, answers, { frame, account });
  }
}

/** From the org; typed where there is none, or where it cannot be asked. */
async function pick(question: PickQuestion, answers: Answers, { frame, account }: Around): Promise<Answered> {
  const value = answers[question.key] ?? '';
  const { many = false, skipsOne = false } = question;
  const leaving = new AbortController();
  try {
    if (account === undefined) {
      return skipsOne ? 'skip' : await typeInstead(frame, { value, many }, l10n.t('No org is connected'));
    }
    const of = question.of === undefined ? '' : (answers[question.of] ?? '');
    const choices = async (): Promise<readonly Choice[] | 'skip'> => {
      const found = await liveChoices(await account.client(), question, of, leaving.signal);
      if (skipsOne && found.length < 2) return 'skip';
      return question.arrange?.(found, answers) ?? found;
    };
    return await askChoice(frame, { choices, many, open: !skipsOne, value });
  } catch (error) {
    if (isCancellation(error)) return undefined;
    return skipsOne ? 'skip' : await typeInstead(frame, { value, many }, describeError(error).title);
  } finally {
    leaving.abort();
  }
}

function typeInstead(
  frame: Frame,
  { value, many }: { readonly value: string; readonly many: boolean },
  why: string,
): Promise<Answered> {
  const check = (text: string): string | undefined =>
    many || text.trim() !== '' ? undefined : l10n.t('This cannot be left out.');
  const reason = why.replace(/\.$/, '');
  const prompt = many
    ? l10n.t('{0}. {1}, so type it; several are separated by commas.', frame.prompt, reason)
    : l10n.t('{0}. {1}, so type it.', frame.prompt, reason);
  return askText({ ...frame, prompt }, { value, example: undefined, check, preview: () => undefined });
}

function askEnding(frame: Frame, requests: number): Promise<Answered> {
  const [run, copy] =
    requests === 1
      ? [l10n.t('Run'), l10n.t('Copy as Code…')]
      : [l10n.t('Run the First Request'), l10n.t('Copy the First Request as Code…')];
  return askChoice(frame, {
    choices: () =>
      Promise.resolve([
        {
          value: 'open',
          label: l10n.t('Open as Request'),
          description: l10n.t('to read, change and run it'),
        },
        { value: 'run', label: run, description: l10n.t('opens it too') },
        { value: 'copy', label: copy, description: l10n.t('for a program of your own; opens it too') },
      ]),
    ...{ many: false, open: false, value: '' },
  });
}
