/** Tells that the language server keeps stopping, and what can be done. */
import * as vscode from 'vscode';

interface Offers {
  readonly restart: () => Promise<void>;
  readonly showLog: () => void;
}

const message =
  'The language server has stopped five times in three minutes, so scratch files are not checked or completed any more. Your files are unharmed, and can be run.';

/** Resolves when the person has chosen, and that is done. */
export async function offerRestart({ restart, showLog }: Offers): Promise<void> {
  const [again, log] = ['Restart', 'Show Log'];
  const chosen = await vscode.window.showErrorMessage(message, again, log);
  if (chosen === again) await restart();
  if (chosen === log) showLog();
}
