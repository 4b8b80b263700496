import { describe, expect, it } from '@jest/globals';
import { makeRecord, type RecordedEvent } from '#event-log';
import { toViewEvent } from './to-view-event.js';

const ID = '0198c0de-0000-7000-8000-000000000001';
const ACTOR = '0198c0de-0000-7000-8000-000000000002';

const recorded = (type: string, schema: number): RecordedEvent => ({
  ...makeRecord({
    ...{
      type,
      schema,
      id: ID,
      actor: ACTOR,
      command: ID,
      correlation: ID,
      causation: null,
      keyScope: 'case-audit',
    },
    stream: `northshire/case-audit-${ID}`,
    occurredAt: '2026-03-02T09:00:00.000Z',
    facts: { rule: 'requested' },
    narrative: { reason: 'The two sections contradict each other.' },
  }),
  position: 7n,
  revision: 6n,
  recordedAt: '2026-03-02T09:00:00.001Z',
});

describe('an event on its way into views', () => {
  it('is its place, who did it and its facts, and nothing that was written', () => {
    expect(toViewEvent(recorded('ModerationRequired', 1))).toEqual({
      position: 7n,
      stream: { kind: 'case-audit', id: ID },
      revision: 6n,
      id: ID,
      occurredAt: '2026-03-02T09:00:00.000Z',
      recordedAt: '2026-03-02T09:00:00.001Z',
      actor: ACTOR,
      type: 'ModerationRequired',
      facts: { rule: 'requested' },
    });
  });

  it('goes no further when a newer version wrote it', () => {
    expect(() => toViewEvent(recorded('ModerationRequired', 2))).toThrow(
      /ModerationRequired of schema 2 .*Upgrade/,
    );
    expect(() => toViewEvent(recorded('AuditSealed', 1))).toThrow(/AuditSealed .*Upgrade/);
  });
});
