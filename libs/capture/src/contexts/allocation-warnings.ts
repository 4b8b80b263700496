import {
  capacityOn,
  unavailable,
  type AuditId,
  type CycleId,
  type IsoDate,
  type SuggestedPair,
  type Unavailable,
} from '#audit-cycle';
import { countsFor, workingDaysOfAudit } from './allocation-request.js';
import { auditsOfCycle } from './audits-of-cycle.js';
import type { Known } from './lookups.js';

type WarningCode = 'over-capacity' | Unavailable;

/** Something that does not forbid an allocation, and that whoever allocates should know. */
export interface AllocationWarning {
  readonly code: WarningCode;
  readonly message: string;
}

const MESSAGES: Readonly<Record<WarningCode, string>> = {
  'over-capacity': 'This person has more audits in the cycle than they can take.',
  absent: 'This person is away on every working day until the audit is due.',
  'agency-ended': 'The agency lends this person to a day before the audit is due.',
};

/**
 * What is to be said about each allocation that is asked for, when all before it in the list are carried out. It is the same when the
 * list is asked for again after some of them were. Audits that there are not have no warnings: they will be refused.
 */
export async function allocationWarnings(
  known: Known,
  pairs: readonly SuggestedPair[],
  today: IsoDate,
): Promise<ReadonlyMap<AuditId, readonly AllocationWarning[]>> {
  const byCycle = new Map<CycleId, SuggestedPair[]>();
  for (const pair of pairs) {
    const { state } = await known.streams.load(known.authority, 'case-audit', pair.audit);
    if (state.status === 'not-selected') continue;
    const { cycle } = state.selected;
    byCycle.set(cycle, [...(byCycle.get(cycle) ?? []), pair]);
  }
  const warnings = new Map<AuditId, readonly AllocationWarning[]>();
  for (const [cycle, ofCycle] of byCycle) {
    for (const [audit, codes] of await warningsInCycle(known, cycle, ofCycle, today)) {
      warnings.set(
        audit,
        codes.map((code) => ({ code, message: MESSAGES[code] })),
      );
    }
  }
  return warnings;
}

async function warningsInCycle(
  known: Known,
  id: CycleId,
  pairs: readonly SuggestedPair[],
  today: IsoDate,
): Promise<readonly (readonly [AuditId, readonly WarningCode[]])[]> {
  const { state: cycle } = known.look.of('cycle', id);
  if (cycle.status === 'not-planned')
    throw new Error(`An audit belongs to the cycle ${id}, which was never planned`);
  const asked = new Set(pairs.map(({ audit }) => audit));
  const others = (await auditsOfCycle(known, id, cycle)).filter(({ audit }) => !asked.has(audit));
  const days = workingDaysOfAudit(known, cycle, today) ?? [];
  return pairs.map(({ audit, auditor }, n) => {
    const person = known.look.of('person', auditor).state;
    const load =
      others.filter((one) => countsFor(auditor, one)).length +
      pairs.slice(0, n + 1).filter((pair) => pair.auditor === auditor).length;
    const over = load > capacityOn(person, today, cycle.policy.capacity.auditsPerAuditor);
    const away = unavailable(person, days);
    return [audit, [...(over ? (['over-capacity'] as const) : []), ...(away === null ? [] : [away])]];
  });
}
