import type { CountedGrade } from './counted-grades.js';
import type { GradedAudit } from './rows.js';

/** Which cases belong together. */
export interface Families {
  /** Of how many cases a family is known, from any list that has the child; each other child is a family of its own. */
  readonly known: number;
  /** Families of whom more than one case is graded, also of one child in several cycles. */
  readonly withSeveral: number;
}

/** Names the family of a case, as far as the lists that named one of its child tell. */
export function familiesOf(audits: readonly GradedAudit[]): (audit: Pick<GradedAudit, 'child'>) => string {
  const families = new Map(audits.flatMap(({ child, family }) => (family === null ? [] : [[child, family]])));
  return ({ child }) => {
    const family = families.get(child);
    return family === undefined ? `child ${child}` : `family ${family}`;
  };
}

export function countFamilies(cases: readonly CountedGrade[]): Families {
  const audits = cases.map(({ audit }) => audit);
  const families = audits.map(familiesOf(audits));
  const sizes = Map.groupBy(families, (family) => family);
  return {
    known: families.filter((family) => family.startsWith('family ')).length,
    withSeveral: [...sizes.values()].filter(({ length }) => length > 1).length,
  };
}
