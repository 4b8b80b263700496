import type { Period, ReviewRoundId } from '#audit-cycle';
import type { Known } from './lookups.js';

/** The review rounds that have a day in common with these months, apart from those that another round replaces. */
export function roundsOfTheseMonths({ look }: Known, { from, to }: Period): readonly ReviewRoundId[] {
  const rounds = [...look.all('review-round')].flatMap(([id, { state }]) =>
    state.status === 'not-opened' ? [] : [{ id, ...state.opened }],
  );
  const replaced = new Set(rounds.map(({ replaces }) => replaces?.round));
  return rounds
    .filter(({ id, halfYear }) => halfYear.from <= to && from <= halfYear.to && !replaced.has(id))
    .map(({ id }) => id);
}
