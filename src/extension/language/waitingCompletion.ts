/** Keeps the question for suggestions open while the language server starts. */

/** The characters that the server is asked for suggestions because of. */
export const completionTriggers: readonly string[] = ['<', '/', '"', "'", '@', '{', '$', '>', '[', ' '];

/** Is asked for suggestions, and has none of its own. */
export interface CompletionSource {
  readonly provideCompletionItems: () => Promise<undefined>;
}

/** Adds a source of suggestions to the editor; taken out when disposed of. */
export type AddCompletion = (source: CompletionSource) => { readonly dispose: () => unknown };

/**
 * The editor asks for suggestions when a word, or a sign such as `@`, is begun. Who types before the server runs would
 * get none: nobody is there to be asked, and what follows in the same word is no reason to ask again. So somebody is
 * there, who answers when the server has started, or has not. The editor asks anew by itself, with all that was typed
 * meanwhile, when the server's own source comes while an answer is awaited.
 * @param started the server's start, however it ends
 */
export function waitWithCompletion(add: AddCompletion, started: Promise<unknown>): void {
  const ended = started.then(
    () => undefined,
    () => undefined,
  );
  const source = add({ provideCompletionItems: () => ended });
  const takeOut = (): void => void source.dispose();
  started.then(takeOut, takeOut);
}
