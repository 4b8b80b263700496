import { addMonths, type ChildId, type Instant, type IsoDate } from '#audit-cycle';
import { MADE_UP_MEASURES } from '../scorecard/made-up-measures.js';
import { MeasureInTheMaking } from '../scorecard/measure-in-the-making.js';
import { momentOf, workingDay } from '../working-time.js';
import { AT_ONCE, atMost } from './at-most.js';
import type { Milestone, SharedByCycles } from './cycle-in-progress.js';

/** Months of which figures are reported. */
export interface MeasuredMonths {
  /** The first day of the first one. */
  readonly from: IsoDate;
  /** How many. */
  readonly months: number;
}

/** Working days after a month until its figures are there, until somebody asks about them, and until cases are looked at. */
const DAYS_UNTIL = { reported: 4, askedFor: 6, reviewed: 11 };

/** The scorecard of these months: each measure is defined at the beginning, and reported, asked about and looked into every month. */
export function scorecardOf(
  { from, months: count }: MeasuredMonths,
  { world, performer, stories, cases }: SharedByCycles,
): readonly Milestone[] {
  const months = Array.from({ length: count }, (_, n) => addMonths(from, n));
  const measures = MADE_UP_MEASURES.map(
    (about) => new MeasureInTheMaking(about, months, world, performer, stories),
  );
  const milestone = (
    day: IsoDate,
    minutes: number,
    happen: (one: MeasureInTheMaking, at: Instant) => Promise<void>,
    atOnce = AT_ONCE,
  ): Milestone => {
    const at = momentOf(day, minutes);
    return { at, happen: () => atMost(atOnce, measures, (one) => happen(one, at)) };
  };
  return [
    // One after the other: a scorecard has them in the order in which they were defined.
    milestone(workingDay(from, 0), 120, (one, at) => one.define(at), 1),
    ...months.flatMap((month) => {
      const after = (days: number): IsoDate => workingDay(addMonths(month, 1), days);
      return [
        milestone(after(DAYS_UNTIL.reported), 130, (one, at) => one.report(month, at)),
        milestone(after(DAYS_UNTIL.askedFor), 140, (one, at) => one.askForReview(month, at)),
        milestone(after(DAYS_UNTIL.reviewed), 150, (one, at) =>
          one.holdSurgery(month, at, auditedBefore(at, cases)),
        ),
      ];
    }),
  ];
}

/** Children with an audit that was final by that day: the same when the simulation is killed and goes on, whatever was drawn since. */
const auditedBefore = (at: Instant, cases: SharedByCycles['cases']): readonly ChildId[] => {
  const before = [...cases.values()].filter(({ finalised }) => (finalised?.on ?? '9') < at.slice(0, 10));
  return [...new Set(before.map(({ subject }) => subject.child))].sort();
};
