import { describe, expect, it } from '@jest/globals';
import { EVENT_SCHEMAS } from '#audit-cycle';
import { makeRecord, type RecordedEvent } from '#event-log';
import { domainEvent } from './domain-event.js';

const ID = '0198c0de-0000-7000-8000-000000000001';

const recorded = (type: string, schema: number): RecordedEvent => ({
  ...makeRecord({
    ...{
      type,
      schema,
      id: ID,
      actor: ID,
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

describe('an event that is decided upon', () => {
  it('has its facts and leaves its narrative in the log', () => {
    expect(domainEvent<'case-audit'>(recorded('ModerationRequired', 1))).toEqual({
      type: 'ModerationRequired',
      facts: { rule: 'requested' },
      narrative: null,
    });
  });

  it('stops the decision when a newer version wrote it', () => {
    const newer = recorded('ModerationRequired', EVENT_SCHEMAS.ModerationRequired + 1);
    expect(() => domainEvent<'case-audit'>(newer)).toThrow(/ModerationRequired of schema 2 .*Upgrade/);
    expect(() => domainEvent<'case-audit'>(recorded('AuditSealed', 1))).toThrow(/AuditSealed .*Upgrade/);
  });
});
