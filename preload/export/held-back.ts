import type { Dispatch } from '../contract/contract.ts';

/** Why a dispatch must not be published. */
export type Held = 'killed' | 'withheld' | 'embargoed';

/** Why a dispatch must not be published at `now`; undefined when it may. An embargo ends by itself at its time. */
export function heldBack(
  { status, embargoUntil }: Pick<Dispatch, 'status' | 'embargoUntil'>,
  now: Date,
): Held | undefined {
  if (status !== 'embargoed') return status === 'usable' ? undefined : status;
  return embargoUntil !== undefined && Date.parse(embargoUntil) <= now.getTime() ? undefined : 'embargoed';
}
