/** `@vscode/l10n` in the extension's own process: the bundler puts VS Code's in its place, which has the texts loaded. */
import { l10n } from 'vscode';

export const t: typeof l10n.t = (...given: unknown[]) => Reflect.apply(l10n.t, l10n, given) as string;
