import { auditId } from '#authority-setup';
import type { Audit, AuditId, Cycle } from '#audit-cycle';
import type { Known } from './lookups.js';
import { takenIndices } from './taken-indices.js';

/** An audit as the log has it. */
export interface AuditOfCycle {
  readonly audit: AuditId;
  readonly revision: bigint;
  readonly state: Audit;
}

/** The audits of a cycle that were selected so far, withdrawn ones included; in the order in which their cases were drawn. */
export async function auditsOfCycle(
  { authority, streams }: Pick<Known, 'authority' | 'streams'>,
  id: string,
  cycle: Cycle,
  indices: readonly number[] = takenIndices(cycle),
): Promise<readonly AuditOfCycle[]> {
  const loaded = await Promise.all(
    indices.map(async (index) => {
      const audit = auditId(id, index);
      return { audit, ...(await streams.load(authority, 'case-audit', audit)) };
    }),
  );
  return loaded.flatMap(({ audit, state, revision }) =>
    state.status === 'not-selected' || revision === null ? [] : [{ audit, state, revision }],
  );
}
