/** Where a send is watched. */
import type { Account, WatchTarget } from '../../views/index.ts';

/** The business unit of an account, as a target has it. */
export function placeOf({
  connectionId,
  mid,
  label,
}: Account): Pick<WatchTarget, 'connectionId' | 'mid' | 'where'> {
  return { connectionId, mid, where: label };
}
