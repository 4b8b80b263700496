import type { AdjustableAudit } from './adjustable-audit.js';

/** A moderated audit, with how much it says of those that were chosen in the same way. */
export interface Moderated {
  readonly grade: number;
  /** Its stratum weight through its chance of being moderated. */
  readonly weight: number;
  /** Its family; null where none is known. */
  readonly cluster: string | null;
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
    moderated: audits.flatMap(({ moderatedGrade: grade, weight, probability, cluster = null }) =>
      grade === null ? [] : [{ grade, weight: weight / probability, cluster }],
    ),
  };
}

/** The share of each grade among them: that of the moderated ones, each counted by its weight. */
export function gradeShares({ moderated }: ChosenAlike, grades: number): readonly number[] {
  const weights = Array.from({ length: grades }, () => 0);
  for (const { grade, weight } of moderated) weights[grade - 1]! += weight;
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
