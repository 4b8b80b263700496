import type { AuthorityId, Characteristic, CharacteristicsList, CycleId, IsoDate } from '#audit-cycle';
import { actionCompletionView, trackedActions } from '../action-completion/rows.js';
import { isOfAudit } from '../action-source.js';
import { aboutCycle, type AboutCycle } from '../cycle-summary.js';
import { asClosed } from '../grading-distribution/as-closed.js';
import { gradedAudits, gradedCycles, gradingDistributionView } from '../grading-distribution/rows.js';
import type { ViewReader } from '../view-reader.js';
import { equalityFigures, type EqualityFigures } from './figure.js';

export interface EqualityQuery {
  readonly authority: AuthorityId;
  readonly cycle: CycleId;
  readonly characteristic: Characteristic;
  readonly today: IsoDate;
}

export type EqualityAnswer = EqualityFigures & AboutCycle;

/** Opens the list of the cycle; asked only of a cycle that is closed. Null where its lists said nothing of children. */
export type OpenList = () => Promise<CharacteristicsList | null>;

/** Grades and actions by a characteristic. The list is joined with rows in memory, and stands in nothing that is kept. */
export async function equalityOf(
  reader: ViewReader,
  { authority, cycle: id, characteristic, today }: EqualityQuery,
  openList: OpenList,
): Promise<EqualityAnswer | 'no-such-cycle' | 'cycle-not-closed' | 'nothing-known'> {
  const graded = await reader.look(gradingDistributionView, authority, async (look) => {
    const [cycle] = await look.rows(gradedCycles, { where: { id } });
    if (cycle === undefined) return 'no-such-cycle';
    if (cycle.status !== 'closed') return 'cycle-not-closed';
    const audits = await look.rows(gradedAudits, { where: { cycle: id } });
    return { cycle, audits: asClosed(audits, cycle), position: look.position };
  });
  if (typeof graded === 'string') return graded;
  const completion = await reader.look(actionCompletionView, authority, async (look) => ({
    actions: (await look.rows(trackedActions, { where: { cycle: id } })).filter(isOfAudit),
    position: look.position,
  }));
  const list = await openList();
  if (list === null) return 'nothing-known';
  const position = graded.position < completion.position ? graded.position : completion.position;
  return {
    ...aboutCycle(graded.cycle, position, undefined),
    ...equalityFigures({ ...graded, actions: completion.actions }, list, characteristic, today),
  };
}
