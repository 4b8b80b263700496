import type { Grade, WithdrawalReason } from '#audit-cycle';
import type { Chance } from '../chance.js';
import type { Shares } from '../shares.js';
import { departureOf, type Departure } from './departures.js';

/** What becomes of a case in its cycle. */
export type Fate =
  | {
      readonly kind: 'graded';
      readonly late: boolean;
      readonly grades: ForcedGrades | null;
      readonly departure: Departure | null;
    }
  | { readonly kind: 'unfinished' }
  | {
      readonly kind: 'withdrawn';
      readonly reasonCode: WithdrawalReason;
      readonly afterGrading: boolean;
      readonly replace: boolean;
    };

/** Grades that are told and not found: the auditor's, and after moderation. */
export interface ForcedGrades {
  readonly submitted: Grade;
  readonly moderated: Grade;
}

/** Mostly graded. Whoever comes in as a replacement stays. */
export function fateOf(chance: Chance, isReplacement: boolean, shares: Shares): Fate {
  const { childDied, withdrawn: before, withdrawnInAudit, unfinished } = shares.fates;
  const { diedInAudit, replaced, replacedInAudit } = shares.withdrawals;
  const thrown = chance.uniform('fate');
  if (!isReplacement) {
    if (thrown < childDied) return withdrawn('child-died', chance.happens(diedInAudit, 'fate/when'), false);
    if (thrown < childDied + before) {
      const reason = chance.pick(
        ['selected-in-error', 'duplicate-record', 'restricted-record'] as const,
        'fate/why',
      );
      return withdrawn(reason, false, chance.happens(replaced, 'fate/replace'));
    }
    if (thrown < childDied + before + withdrawnInAudit) {
      const reason = chance.pick(['duplicate-record', 'restricted-record'] as const, 'fate/why');
      return withdrawn(reason, true, chance.happens(replacedInAudit, 'fate/replace'));
    }
    if (thrown < childDied + before + withdrawnInAudit + unfinished) return { kind: 'unfinished' };
  }
  const late = chance.happens(shares.late, 'fate/late');
  // A replacement comes when little time is left, and so does what is late: neither departs from the usual way.
  return {
    kind: 'graded',
    late,
    grades: null,
    departure: late || isReplacement ? null : departureOf(chance, shares),
  };
}

/** A row of a grid leaves no room for what departs from the usual way. */
export function fateInGrid(chance: Chance, isReplacement: boolean, shares: Shares): Fate {
  const fate = fateOf(chance, isReplacement, shares);
  return fate.kind === 'graded' ? { ...fate, late: false, departure: null } : fate;
}

const withdrawn = (reasonCode: WithdrawalReason, afterGrading: boolean, replace: boolean): Fate => ({
  kind: 'withdrawn',
  ...{ reasonCode, afterGrading, replace },
});
