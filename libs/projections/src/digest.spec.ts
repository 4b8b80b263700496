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
    const before = await digests(await aLog(), new MemoryViewStore());
    const after = await digests(await aLog(changed), new MemoryViewStore());
    const same = VIEWS.filter((_, place) => before[place] === after[place]).map(({ name }) => name);
    expect(same).toEqual(expect.arrayContaining(['action-completion', 'cycle-progress', 'work-list']));
    expect(same).not.toContain('grading-distribution');
    expect(same).not.toContain('case-record');
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
