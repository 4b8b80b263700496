import { requireAtMost, requireCount, requireShare } from '../require-argument.js';

/** One audit, with the chance that it had of being moderated and what came of that. */
export interface AdjustableAudit {
  /** How many cases of the list it stands for, above 0: stratum size through audits of the stratum, 1 without a sample. */
  readonly weight: number;
  /** The chance that it would be chosen for moderation, above 0, at most 1; 1 where a rule chooses it. */
  readonly probability: number;
  /** The grade after moderation, 1 the best; null where it was not moderated. */
  readonly moderatedGrade: number | null;
  /** Its family, so that children of one family are drawn again together; none known unless said. */
  readonly cluster?: string | null;
}

export function requireAdjustable(audits: readonly AdjustableAudit[], grades: number): void {
  audits.forEach(({ weight, probability, moderatedGrade }, at) => {
    if (!(weight > 0 && weight < Infinity))
      throw new RangeError(`audits[${at}].weight must be above 0, not ${weight}`);
    requireShare(`audits[${at}].probability`, probability);
    if (probability === 0) throw new RangeError(`audits[${at}].probability must be above 0`);
    if (moderatedGrade === null) return;
    requireCount(`audits[${at}].moderatedGrade`, moderatedGrade);
    requireAtMost(`audits[${at}].moderatedGrade`, moderatedGrade, 'the grades of the scale', grades);
    if (moderatedGrade === 0) throw new RangeError(`audits[${at}].moderatedGrade must be from 1`);
  });
}
