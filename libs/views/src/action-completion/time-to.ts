import type { Observation } from '#assurance-statistics';
import { daysBetween, londonDate, type Instant, type IsoDate } from '#audit-cycle';
import { waitingTime, type WaitingTime } from '../waiting-time.js';
import type { ActionProgress } from './rows.js';

/**
 * Calendar days in London from the setting of actions, which is how long it is for the child. What is still to come counts until the
 * day of asking, and what was cancelled until it was cancelled. Reopening takes claim and verdict back: such an action waits again, from
 * the day on which it was set, and what counts is the last claim and the last verdict that stand.
 */
export interface TimesToComplete {
  /** Until the claim that it is done. Found not done without any claim, it waits for one still. */
  readonly reportedDone: WaitingTime;
  /** Until somebody else had looked, whatever the verdict. */
  readonly verified: WaitingTime;
  /** Until somebody else had found it done; done in part and not done wait still. */
  readonly verifiedDone: WaitingTime;
}

export function timesToComplete(actions: readonly ActionProgress[], today: IsoDate): TimesToComplete {
  const until = (reachedAt: (action: ActionProgress) => Instant | null): WaitingTime =>
    waitingTime(actions.map((action) => observed(action, reachedAt(action), today)));
  return {
    reportedDone: until(({ reportedDoneAt }) => reportedDoneAt),
    verified: until(({ verifiedAt }) => verifiedAt),
    verifiedDone: until(({ verifiedAt, verdict }) => (verdict === 'done' ? verifiedAt : null)),
  };
}

function observed(
  { setAt, cancelledAt }: ActionProgress,
  reachedAt: Instant | null,
  today: IsoDate,
): Observation {
  const last = reachedAt ?? cancelledAt;
  const days = daysBetween(londonDate(setAt), last === null ? today : londonDate(last));
  // Never negative, also where two machines do not agree on the time.
  return { time: Math.max(0, days), happened: reachedAt !== null };
}
