import { londonDate, type Instant } from '#audit-cycle';
import { LONGEST_PAGE, myWork, readCursor, type Cursor, type ViewReader } from '#views';
import { only, type Told } from './a-record.js';

/**
 * What somebody has still to do something about, as `kind/id`, in order, told from the record and not from the rules of the product:
 * an oracle. Audits that a cycle was closed without are left as they are.
 */
export function openThings(events: readonly Told[]): readonly string[] {
  const open = new Map<string, string>();
  for (const event of events) {
    const kind = OPENS[event.type];
    if (kind !== undefined) open.set(event.id, kind);
    if (ENDS.has(event.type)) open.delete(event.id);
    if (event.type === 'CycleClosed') for (const audit of event.facts.withoutGrade) open.delete(audit);
  }
  return [...open].map(([id, kind]) => `${kind}/${id}`).sort();
}

const OPENS: Partial<Record<Told['type'], string>> = {
  CaseSelected: 'case-audit',
  ActionSet: 'improvement-action',
  ActionReopened: 'improvement-action',
  EscalationOpened: 'escalation',
  CaseSelectedForReAudit: 're-audit',
};

const ENDS: ReadonlySet<Told['type']> = new Set<Told['type']>([
  'AuditFinalised',
  'AuditWithdrawn',
  'ActionVerified',
  'ActionCancelled',
  'EscalationResolved',
  'CaseReaudited',
  'ReAuditWithdrawn',
]);

/** What is on the list of anybody who was known by then, as `kind/id`. */
export async function onSomebodysList(
  views: ViewReader,
  authority: string,
  events: readonly Told[],
  at: Instant,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const rolesOf = new Map(only(events, 'RolesGiven').map(({ id, facts }) => [id, facts.roles]));
  for (const [person, roles] of rolesOf) {
    const query = { authority, worker: { person, roles }, on: londonDate(at), at, limit: LONGEST_PAGE };
    for (let after: Cursor | null | undefined; after !== null;) {
      const { items, next } = await myWork(views, { ...query, after });
      for (const { subject } of items) found.add(`${subject.kind}/${subject.id}`);
      after = next === null ? null : readCursor(next);
    }
  }
  return found;
}
