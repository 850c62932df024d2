/** Asks the questions of a guide one after another, with a way back to each. */
import type { Answers, Guide, Question } from '../../guides/index.ts';
import type { Account } from '../../views/index.ts';
import { describeError, isCancellation } from '../errors/describeError.ts';
import { askChoice, askFile, askText, type Answered, type Frame } from './inputs.ts';
import { liveChoices } from './liveChoices.ts';

/** What is done with the requests in the end. */
export type Ending = 'open' | 'run';

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
  const answers: Record<string, string> = { ...given };
  const isAsked = ({ key, when }: Question): boolean => !(key in given) && when?.(answers) !== false;
  const asked: number[] = [];
  let index = 0;
  for (;;) {
    const question = guide.questions[index];
    if (question !== undefined && !isAsked(question)) {
      index += 1;
      continue;
    }
    const of = guide.questions.filter(isAsked).length + 1;
    const frame = frameOf(guide, question, { step: asked.length + 1, totalSteps: of });
    const answer = await (question === undefined
      ? askEnding(frame, guide.build(answers).length)
      : ask(question, answers, { frame, account }));
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      index = asked.pop() ?? 0;
    } else if (question === undefined) {
      return { answers, ending: answer.value === 'run' ? 'run' : 'open' };
    } else {
      answers[question.key] = answer.value;
      asked.push(index);
      index += 1;
    }
  }
}

/** After the last question it is asked what is to be done. */
function frameOf(
  guide: Guide,
  question: Question | undefined,
  place: Pick<Frame, 'step' | 'totalSteps'>,
): Frame {
  return question === undefined
    ? { ...place, title: guide.title, prompt: 'What is to be done with the request?' }
    : { ...place, title: `${guide.title}: ${question.title}`, prompt: question.prompt };
}

interface Around {
  readonly frame: Frame;
  readonly account: Account | undefined;
}

function ask(question: Question, answers: Answers, { frame, account }: Around): Promise<Answered> {
  const value = answers[question.key] ?? '';
  switch (question.kind) {
    case 'text':
      return askText(frame, {
        value: question.key in answers ? value : (question.initial ?? ''),
        example: question.example,
        check: (text) => question.check(text, answers),
      });
    case 'file':
      return askFile(frame, (text) => question.check(text, answers));
    case 'choice':
      return askChoice(frame, {
        choices: () => Promise.resolve(question.choices),
        ...{ many: false, open: false, value },
      });
    case 'pick':
      return pick(question, answers, { frame, account });
  }
}

/** From the org; typed where there is none, or where it cannot be asked. */
async function pick(
  question: Extract<Question, { kind: 'pick' }>,
  answers: Answers,
  { frame, account }: Around,
): Promise<Answered> {
  const value = answers[question.key] ?? '';
  const many = question.many ?? false;
  const leaving = new AbortController();
  try {
    if (account === undefined) return await typeInstead(frame, { value, many }, 'No org is connected');
    const of = question.of === undefined ? '' : (answers[question.of] ?? '');
    const choices = async () => liveChoices(await account.client(), question, of, leaving.signal);
    return await askChoice(frame, { choices, many, open: true, value });
  } catch (error) {
    if (isCancellation(error)) return undefined;
    return await typeInstead(frame, { value, many }, describeError(error).title);
  } finally {
    leaving.abort();
  }
}

function typeInstead(
  frame: Frame,
  { value, many }: { readonly value: string; readonly many: boolean },
  why: string,
): Promise<Answered> {
  const several = many ? '; several are separated by commas' : '';
  const check = (text: string): string | undefined =>
    many || text.trim() !== '' ? undefined : 'This cannot be left out.';
  const prompt = `${frame.prompt}. ${why.replace(/\.$/, '')}, so type it${several}.`;
  return askText({ ...frame, prompt }, { value, example: undefined, check });
}

function askEnding(frame: Frame, requests: number): Promise<Answered> {
  const run = requests === 1 ? 'Run' : 'Run the First Request';
  return askChoice(frame, {
    choices: () =>
      Promise.resolve([
        { value: 'open', label: 'Open as Request', description: 'to read, change and run it' },
        { value: 'run', label: run, description: 'opens it too' },
      ]),
    ...{ many: false, open: false, value: '' },
  });
}
