import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  CURRENT_SCALE,
  EVENT_SCHEMAS,
  type AuditCycleEvent,
  type Grade,
  type StreamKind,
} from '#audit-cycle';
import { corePracticeAuditId, reAuditId } from '#authority-setup';
import { derivedId, makeRecord, sha256Hex, streamName } from '#event-log';
import { AuthorityAtWork, PEOPLE } from '../testing/authority-at-work.js';
import { freezeFinalisedAudits } from './finalised-audits.js';
import { hadAHand } from './had-a-hand.js';
import type { Known } from './lookups.js';

const { lead, anna, otto, mo, tim } = PEOPLE;
const audit = (n: number): string => derivedId('case-audit', String(n));
let work: AuthorityAtWork;
let known: Known;
let appended = 0;

beforeEach(async () => {
  work = await AuthorityAtWork.begin();
  const { authority, gateway } = work;
  known = { ...gateway.lookups, authority, look: await gateway.lookups.standing.look(authority) };
});

async function happened(
  kind: StreamKind,
  id: string,
  at: string,
  ...events: readonly (AuditCycleEvent & { readonly by?: string })[]
): Promise<void> {
  const stream = streamName(work.authority, kind, id);
  const command = derivedId('test', String((appended += 1)));
  await work.log.append({
    stream,
    expect: 'any',
    command: { id: command, digest: sha256Hex(command) },
    events: events.map(({ type, facts, narrative, by = lead }, n) =>
      makeRecord({
        ...{ stream, type, schema: EVENT_SCHEMAS[type], occurredAt: at, actor: by, facts, narrative },
        ...{ id: derivedId(command, String(n)), command, correlation: command, causation: null },
        keyScope: kind,
      }),
    ),
  });
}

const selected = (n: number): AuditCycleEvent => ({
  type: 'CaseSelected',
  facts: {
    ...{ cycle: derivedId('cycle', 'a'), child: `C-${n}`, cohort: 'in-care', team: null, worker: null },
    ...{ family: null, asAt: '2025-10-01', reviewed: { from: '2025-04-01', to: '2025-10-01' } },
    tool: { id: corePracticeAuditId('northshire'), version: 1 },
    ...{ stratum: 'in-care', drawIndex: n, probability: 1, by: 'draw' },
  },
  narrative: null,
});
const allocated = (auditor: string): AuditCycleEvent => ({
  type: 'AuditorAllocated',
  facts: { auditor, due: '2025-11-30', allocatedBy: lead, how: 'by-hand' },
  narrative: null,
});
const graded = (auditor: string, grade: Grade): AuditCycleEvent => ({
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
      finalisedBy: lead,
      feedbackDue: '2026-06-30',
      commentsUntil: '2026-06-30',
    },
    lineage: { submitted: grade, resubmitted: null, moderated: null, settled: null },
  },
  narrative: null,
});

const finalAudit = async (n: number, auditor: string, grade: Grade, at: string): Promise<void> =>
  happened(
    'case-audit',
    audit(n),
    at,
    selected(n),
    allocated(auditor),
    graded(auditor, grade),
    finalised(grade),
  );

describe('the list that a review round is drawn from', () => {
  it('has the audits that became final in those days in England, each with its grade and auditor', async () => {
    await finalAudit(1, anna, 'good', '2025-09-30T22:59:59.999Z');
    await finalAudit(2, anna, 'inadequate', '2025-09-30T23:00:00.000Z');
    await finalAudit(3, otto, 'good', '2026-03-31T22:59:59.999Z');
    await finalAudit(4, otto, 'good', '2026-03-31T23:00:00.000Z');
    await happened('case-audit', audit(5), '2026-01-01T09:00:00.000Z', selected(5), allocated(anna));
    const halfYear = { from: '2025-10-01', to: '2026-03-31' };
    const { digest, audits } = await freezeFinalisedAudits(known, halfYear);
    const bytes = await work.blobs.get(work.authority, digest);
    const listed = [
      { audit: audit(2), auditor: anna, grade: 'inadequate' },
      { audit: audit(3), auditor: otto, grade: 'good' },
    ].toSorted((a, b) => (a.audit < b.audit ? -1 : 1));
    expect(JSON.parse(Buffer.from(bytes!).toString())).toEqual({ audits: listed });
    expect(audits).toBe(2);
    expect(await freezeFinalisedAudits(known, halfYear)).toEqual({ digest, audits });
  });
});

describe('who had a hand in an audit', () => {
  const AT = '2026-01-01T09:00:00.000Z';

  it('is everybody who recorded something in it, sat on its panel, or audited the case again', async () => {
    await happened('case-audit', audit(1), AT, selected(1), allocated(anna), {
      ...graded(anna, 'good'),
      by: anna,
    });
    await happened('case-audit', audit(1), AT, {
      type: 'GradeSettled',
      facts: { panel: [otto, tim], grade: 'good', from: 'good', reasonCode: 'as-read' },
      narrative: null,
    });
    await happened('re-audit', reAuditId(audit(1), 1), AT, {
      type: 'ActionChecked',
      facts: { action: audit(9), verdict: 'done' },
      narrative: null,
      by: mo,
    });
    expect([...(await hadAHand(known, audit(1)))].sort()).toEqual([lead, anna, otto, tim, mo].sort());
  });

  it('is nobody where there is no such audit', async () => {
    expect(await hadAHand(known, audit(7))).toEqual([]);
  });
});
