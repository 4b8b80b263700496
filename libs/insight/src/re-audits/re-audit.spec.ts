import { describe, expect, it } from '@jest/globals';
import type { AuditCycleEvent } from '#audit-cycle';
import type { CaseRecordEntry } from '#views';
import { CYCLE_OF_35, RE_AUDIT } from '../testing/cycle-of-35.js';
import { reAuditOf, type ReAudit } from './re-audit.js';

const events = CYCLE_OF_35.reAudited(4, 'good', 'inadequate');

const entry = ({ type, facts }: AuditCycleEvent, revision: number): CaseRecordEntry => ({
  position: String(revision + 1),
  child: CYCLE_OF_35.child(4),
  cycle: CYCLE_OF_35.id,
  audit: CYCLE_OF_35.audit(4),
  streamKind: 're-audit',
  streamId: RE_AUDIT,
  revision,
  id: String(revision),
  type,
  occurredAt: '2021-06-16T10:00:00.000Z',
  recordedAt: '2021-06-16T10:00:00.000Z',
  actor: 'somebody',
  facts,
});

const afterEvents = (n: number): ReAudit | null => reAuditOf(events.slice(0, n).map(entry));

describe('a re-audit', () => {
  it.each([
    [1, { status: 'selected', actions: [{ verdict: null }], grade: null }],
    [2, { status: 'allocated', actions: [{ verdict: null }], grade: null }],
    [3, { status: 'allocated', actions: [{ verdict: 'done' }], grade: null }],
    [4, { status: 'graded', actions: [{ verdict: 'done' }], originalGrade: 'good', grade: 'inadequate' }],
  ])('after %i of its events stands where they left it', (n, expected) => {
    expect(afterEvents(n)).toMatchObject(expected);
  });

  it('is not there before its first event', () => {
    expect(afterEvents(0)).toBeNull();
  });

  it('that begins in the middle is a fault of the record', () => {
    expect(() => reAuditOf([entry(events[1]!, 1)])).toThrow(
      `The re-audit ${RE_AUDIT} begins with ReAuditorAllocated`,
    );
  });
});
