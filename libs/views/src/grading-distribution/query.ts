import type { AuthorityId, CycleId, Instant } from '#audit-cycle';
import { aboutCycle } from '../cycle-summary.js';
import type { ViewReader } from '../view-reader.js';
import type { GradeStage } from './distribution.js';
import { asClosed } from './as-closed.js';
import { gradingFigure, type GradingDistribution, type Grouping } from './figure.js';
import { gradedAudits, gradedCycles, gradingDistributionView } from './rows.js';

export interface GradingDistributionQuery {
  readonly authority: AuthorityId;
  readonly cycle: CycleId;
  readonly stage: GradeStage;
  readonly by?: Grouping | undefined;
  readonly asOf?: Instant | undefined;
}

/** How the cases of a cycle were graded. Null when the view knows no such cycle (at that moment). */
export function gradingDistribution(
  reader: ViewReader,
  { authority, cycle: id, stage, by, asOf }: GradingDistributionQuery,
): Promise<GradingDistribution | null> {
  return reader.look(gradingDistributionView, authority, async (look) => {
    const [cycle] = await look.rows(gradedCycles, { where: { id }, asOf });
    if (cycle === undefined) return null;
    const audits = await look.rows(gradedAudits, { where: { cycle: id }, asOf });
    return {
      ...gradingFigure(asClosed(audits, cycle), () => cycle.status === 'closed', stage, by),
      ...aboutCycle(cycle, look.position, asOf),
    };
  });
}
