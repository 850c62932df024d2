/** Every feature of the server. One row each: adding a feature is adding a row. */
import { codeActions } from '../features/codeActions.ts';
import { codeLenses } from '../features/codeLenses.ts';
import { completion } from '../features/completion.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { folding } from '../features/folding.ts';
import { hover } from '../features/hover.ts';
import { formatting } from '../features/formatting.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { knowledge } from '../features/knowledge.ts';
import { lintSettings } from '../features/lintSettings.ts';
import { linkedEditing } from '../features/linkedEditing.ts';
import { references } from '../features/references.ts';
import { semanticTokens } from '../features/semanticTokens.ts';
import { variables } from '../features/variables.ts';
import { templating } from '../features/templating.ts';
import type { Feature } from './server.ts';

export const features: readonly Feature[] = [
  lintSettings,
  diagnostics,
  completion,
  hover,
  codeActions,
  documentSymbols,
  folding,
  references,
  formatting,
  linkedEditing,
  semanticTokens,
  inlayHints,
  codeLenses,
  templating,
  knowledge,
  variables,
];
