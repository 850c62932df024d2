/** How each status of a run looks and is called. */
import type { ResultStatus } from '../../../../shared/resultMessages.ts';

export const looks: Readonly<Record<ResultStatus, { readonly icon: string; readonly label: string }>> = {
  running: { icon: 'loading codicon-modifier-spin', label: 'Running' },
  done: { icon: 'pass', label: 'Done' },
  partial: { icon: 'warning', label: 'Some objects failed' },
  failed: { icon: 'error', label: 'Failed' },
  cancelled: { icon: 'circle-slash', label: 'Cancelled' },
};
