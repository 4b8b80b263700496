import {
  CURRENT_SCALE,
  EVENT_SCHEMAS,
  type AuditCycleEvent,
  type Grade,
  type StreamKind,
} from '#audit-cycle';
import { corePracticeAuditId } from '#authority-setup';
import { derivedId, makeRecord, sha256Hex, streamName } from '#event-log';
import { PEOPLE, type AuthorityAtWork } from './authority-at-work.js';

/** By the lead unless somebody else is named. */
export type HappenedEvent = AuditCycleEvent & { readonly by?: string };

/** Appends to one stream what happened at one moment, with no decision asked. */
export async function eventsHappened(
  { authority, log }: Pick<AuthorityAtWork, 'authority' | 'log'>,
  kind: StreamKind,
  id: string,
  at: string,
  ...events: readonly HappenedEvent[]
): Promise<void> {
  const stream = streamName(authority, kind, id);
  const command = derivedId('test', stream, String(await log.head(authority)));
  await log.append({
    stream,
    expect: 'any',
    command: { id: command, digest: sha256Hex(command) },
    events: events.map(({ type, facts, narrative, by = PEOPLE.lead }, n) =>
      makeRecord({
        ...{ stream, type, schema: EVENT_SCHEMAS[type], occurredAt: at, actor: by, facts, narrative },
        ...{ id: derivedId(command, String(n)), command, correlation: command, causation: null },
        keyScope: kind,
      }),
    ),
  });
}

export const selected = (n: number): AuditCycleEvent => ({
  type: 'CaseSelected',
  facts: {
    ...{ cycle: derivedId('cycle', 'a'), child: `C-${n}`, cohort: 'in-care', team: null, worker: null },
    ...{ family: null, asAt: '2025-10-01', reviewed: { from: '2025-04-01', to: '2025-10-01' } },
    tool: { id: corePracticeAuditId('northshire'), version: 1 },
    ...{ stratum: 'in-care', drawIndex: n, probability: 1, by: 'draw' },
  },
  narrative: null,
});
export const allocated = (auditor: string): AuditCycleEvent => ({
  type: 'AuditorAllocated',
  facts: { auditor, due: '2025-11-30', allocatedBy: PEOPLE.lead, how: 'by-hand' },
  narrative: null,
});
export const graded = (auditor: string, grade: Grade): AuditCycleEvent => ({
  type: 'CaseGraded',
  facts: {
    ...{ auditor, grade, scale: CURRENT_SCALE, attempt: 1, limitedBy: [], limitReasonCode: null },
    ...{ strengths: [], development: [], actionsSet: 0, noActionReason: 'none-needed' },
  },
  narrative: null,
});
const finalised = (grade: Grade): AuditCycleEvent => ({
  type: 'AuditFinalised',
  facts: {
    ...{
      grade,
      scale: CURRENT_SCALE,
      finalisedBy: PEOPLE.lead,
      finalisedOn: '2026-06-30',
      feedbackDue: '2026-06-30',
      commentsUntil: '2026-06-30',
    },
    lineage: { submitted: grade, resubmitted: null, moderated: null, settled: null },
  },
  narrative: null,
});

export const finalAuditEvents = (n: number, auditor: string, grade: Grade): readonly AuditCycleEvent[] => [
  selected(n),
  allocated(auditor),
  graded(auditor, grade),
  finalised(grade),
];
