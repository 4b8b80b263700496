import {
  isBreached,
  type AuditId,
  type AuthorityId,
  type ChildId,
  type CycleId,
  type EscalationReason,
  type EscalationStatus,
  type Instant,
  type PersonId,
  type TeamName,
} from '#audit-cycle';
import { peopleOf, personTies } from '../person-ties.js';
import type { View } from '../view.js';
import type { Look } from '../view-reader.js';
import { escalatedCases, type EscalatedCaseRow } from './escalated-case.js';
import { escalationEntries } from './escalation-entry.js';
import { escalationRows, type EscalationRow } from './escalation-row.js';
import { isSeenBy, type EscalationViewer } from './who-sees.js';

export const escalationPeople = personTies('escalation_person');

export const escalationsView: View = {
  name: 'escalations',
  version: 1,
  tables: [escalationRows, escalatedCases, escalationPeople, escalationEntries],
};

/** An escalation as somebody sees it at a moment. */
export interface EscalationShown extends EscalationRow {
  /** The child's team; null for none. */
  readonly team: TeamName | null;
  /** Whether the moment by which it was due had passed before it was dealt with, whether or not anybody recorded that. */
  readonly breached: boolean;
}

export interface EscalationFilters {
  readonly cycle?: CycleId | undefined;
  readonly audit?: AuditId | undefined;
  readonly child?: ChildId | undefined;
  /** The child's team. */
  readonly team?: TeamName | undefined;
  readonly reason?: EscalationReason | undefined;
  readonly status?: EscalationStatus | undefined;
  /** Who has to act. */
  readonly namedPerson?: PersonId | undefined;
  readonly breached?: boolean | undefined;
}

export interface EscalationQuery extends EscalationFilters {
  readonly authority: AuthorityId;
  readonly viewer: EscalationViewer;
  /** The moment at which breaches are judged. */
  readonly at: Instant;
  /** As known then; without it, as known now. */
  readonly asOf?: Instant | undefined;
}

/**
 * The escalations that fit and that the viewer sees, the earliest due first. What they do not see leaves no trace in any answer
 * that is made of these.
 */
export async function escalationsSeen(
  look: Look,
  { viewer, at, asOf, team, breached, cycle, audit, child, reason, status, namedPerson }: EscalationQuery,
  id?: string,
): Promise<readonly EscalationShown[]> {
  const rows = await look.rows(escalationRows, {
    where: { id, cycle, audit, child, reason, status, namedPerson },
    asOf,
    order: { by: 'dueAt' },
  });
  const audits = [...new Set(rows.map((row) => row.audit))];
  const casesAt = async (moment: Instant | undefined): Promise<ReadonlyMap<AuditId, EscalatedCaseRow>> => {
    const cases = await look.rows(escalatedCases, { where: { id: { in: audits } }, asOf: moment });
    return new Map(cases.map((one) => [one.id, one]));
  };
  // Whoever asks about an earlier moment reads it now: what keeps it from them is judged by what is known now.
  const now = await casesAt(undefined);
  const people = peopleOf(await look.rows(escalationPeople, { where: { id: viewer.person } }));
  const then = asOf === undefined ? now : await casesAt(asOf);
  return rows
    .filter((row) => isSeenBy(viewer, row, now.get(row.audit), people))
    .map((row) => ({ ...row, team: then.get(row.audit)?.team ?? null, breached: isBreached(row, at) }))
    .filter((row) => team === undefined || row.team === team)
    .filter((row) => breached === undefined || row.breached === breached);
}
