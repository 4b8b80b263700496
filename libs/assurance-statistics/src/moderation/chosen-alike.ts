import type { AdjustableAudit } from './adjustable-audit.js';

/** A moderated audit, with how much it says of those that were chosen in the same way. */
export interface Moderated {
  readonly grade: number;
  /** Its stratum weight through its chance of being moderated. */
  readonly weight: number;
}

/** Audits chosen for moderation in the same way: for certain, or by chance. */
export interface ChosenAlike {
  readonly audits: number;
  /** Cases of the list for which they stand together. */
  readonly stands: number;
  readonly moderated: readonly Moderated[];
}

export function chosenAlike(audits: readonly AdjustableAudit[]): ChosenAlike {
  return {
    audits: audits.length,
    stands: audits.reduce((sum, { weight }) => sum + weight, 0),
    moderated: audits.flatMap(({ moderatedGrade: grade, weight, probability }) =>
      grade === null ? [] : [{ grade, weight: weight / probability }],
    ),
  };
}

/**
 * The share of each grade among them: that of the moderated ones, each counted by its weight.
 *
 * @param times says how often a moderated one counts, asked for each in their order; once unless said
 * @param notional weight of a case that is thought to have a little of every grade
 */
export function gradeShares(
  { moderated }: ChosenAlike,
  grades: number,
  times: () => number = () => 1,
  notional = 0,
): readonly number[] {
  const weights = Array.from({ length: grades }, () => notional / grades);
  for (const { grade, weight } of moderated) weights[grade - 1]! += weight * times();
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (all === 0 ? 0 : weight / all));
}

/** The shares of all audits, from those of the parts, each part counted by the cases for which it stands. */
export function together(
  parts: readonly ChosenAlike[],
  shares: readonly (readonly number[])[],
): readonly number[] {
  const all = parts.reduce((sum, { stands }) => sum + stands, 0);
  const [first = []] = shares;
  return first.map((_, grade) =>
    parts.reduce((sum, { stands }, part) => sum + (stands / all) * (shares[part]?.[grade] ?? 0), 0),
  );
}
