import type { ActionCompletion } from '#views';
import { longDate } from '../wording/long-date.js';
import { counted, writtenNumber } from '../wording/written-number.js';

export interface CompletionTable {
  readonly rows: readonly { readonly label: string; readonly n: string }[];
  readonly total: string;
  readonly notes: readonly string[];
}

export function presentCompletion(completion: ActionCompletion): CompletionTable {
  const { medianCalendarDaysToVerified: median } = completion;
  return {
    rows: [
      { label: 'Open', n: writtenNumber(completion.open) },
      { label: 'Reported done', n: writtenNumber(completion.reportedDone) },
      { label: 'Verified as done', n: writtenNumber(completion.verifiedDone) },
      { label: 'Verified as done in part', n: writtenNumber(completion.verifiedPartly) },
      { label: 'Verified as not done', n: writtenNumber(completion.verifiedNotDone) },
      { label: 'Cancelled', n: writtenNumber(completion.cancelled) },
    ],
    total: writtenNumber(completion.set),
    notes: [
      `Overdue on ${longDate(completion.today)}: ${writtenNumber(completion.overdue)} of ${writtenNumber(completion.open)} open.`,
      `Repeats of an earlier action: ${writtenNumber(completion.repeats)} of ${writtenNumber(completion.set)} set.`,
      median.value === null
        ? 'No action is verified yet, so there is no time from setting to verifying.'
        : `Median time from setting to verifying: ${counted(median.value, 'calendar day', 'calendar days')} (n = ${writtenNumber(median.n)} verified).`,
    ],
  };
}
