/** Gives the page the texts in the person's language. Imported first, as modules make texts while they are loaded. */
import * as l10n from '@vscode/l10n';

const { l10n: contents } = document.body.dataset;
if (contents !== undefined) l10n.config({ contents });
