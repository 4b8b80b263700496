import { describe, expect, it } from '@jest/globals';
import { VIEWS } from '#views';
import { MemoryViewStore } from './memory/memory-view-store.js';
import { aLog, digests, events, NORTHSHIRE } from './testing/cycle-of-35-in-a-log.js';

describe('the digest', () => {
  it('is another one when any fact is another one', async () => {
    const changed = events.map((event) =>
      event.type === 'AuditFinalised' && event.facts.grade === 'inadequate'
        ? { ...event, facts: { ...event.facts, grade: 'good' as const } }
        : event,
    );
    const [before, ...others] = await digests(await aLog(), new MemoryViewStore());
    const [after, ...othersAfter] = await digests(await aLog(changed), new MemoryViewStore());
    expect(after).not.toBe(before);
    expect(others.map((digest, index) => digest === othersAfter[index])).toEqual([true, true, false]);
  });
});

describe('narrative', () => {
  it('leaves no trace in any view', async () => {
    const told = await aLog(events, { rationale: 'Jo was seen at home' });
    const store = new MemoryViewStore();
    expect(await digests(told, store)).toEqual(await digests(await aLog(), new MemoryViewStore()));
    for (const view of VIEWS) {
      await store.readOut(view, NORTHSHIRE, (_table, { row }) => {
        expect(JSON.stringify(row)).not.toMatch(/Jo was seen|rationale|narrative/);
      });
    }
  });
});
