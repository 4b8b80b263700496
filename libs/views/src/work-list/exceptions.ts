import type { AuditId, ChildId, CycleId, Instant, IsoDate, PersonId, TeamName } from '#audit-cycle';
import type { StreamId } from '../view.js';
import type { WorkRead } from './read-work.js';
import type { WorkKind } from './work-item.js';

export const WORK_EXCEPTIONS = ['moderation-missed', 'conflict-declared', 'person-left'] as const;
/**
 * What does not go as it should. `moderation-missed`: a rule asked for a moderation that was said not to have taken place.
 * `conflict-declared`: a tie took a case from its auditor or moderator, and nobody has it. `person-left`: it waits for people
 * who do not work here on that day.
 */
export type WorkException = (typeof WORK_EXCEPTIONS)[number];

export interface ExceptionItem {
  readonly exception: WorkException;
  readonly subject: StreamId;
  readonly audit: AuditId | null;
  readonly cycle: CycleId | null;
  readonly child: ChildId | null;
  readonly team: TeamName | null;
  /** What waits because of it; null where nothing does. */
  readonly waiting: WorkKind | null;
  /** Who is not there any more; none for a moderation that was missed. */
  readonly people: readonly PersonId[];
  readonly since: Instant;
}

/** Every exception that somebody may see, the oldest first. */
export function exceptionsIn(
  { work, audits, cycles, people }: WorkRead,
  viewer: PersonId,
  on: IsoDate,
): readonly ExceptionItem[] {
  const found: ExceptionItem[] = [];
  for (const audit of audits) {
    const { id, cycle, child, team } = audit;
    if (cycles.get(cycle)?.status !== 'open' || audit.status === 'finalised') continue;
    const about = { subject: { kind: 'case-audit', id } as const, audit: id, cycle, child, team, people: [] };
    const {
      moderationMissedAt: missed,
      auditorConflictAt: noAuditor,
      moderatorConflictAt: noModerator,
    } = audit;
    if (missed !== null)
      found.push({ ...about, exception: 'moderation-missed', waiting: null, since: missed });
    if (noAuditor !== null)
      found.push({ ...about, exception: 'conflict-declared', waiting: 'allocate-auditor', since: noAuditor });
    if (noModerator !== null && audit.status === 'graded')
      found.push({
        ...about,
        exception: 'conflict-declared',
        waiting: 'allocate-moderator',
        since: noModerator,
      });
  }
  for (const { item, keptFrom } of work) {
    const named = item.waitsFor.people;
    const isLost =
      named.length > 0 &&
      item.waitsFor.roles.length === 0 &&
      !keptFrom.includes(viewer) &&
      named.every((person) => !people.isHere(person, on));
    if (!isLost) continue;
    const { kind, subject, audit, cycle, child, team, since } = item;
    const about = { subject, audit, cycle, child, team, since };
    found.push({ ...about, exception: 'person-left', waiting: kind, people: named });
  }
  return found.sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0));
}
