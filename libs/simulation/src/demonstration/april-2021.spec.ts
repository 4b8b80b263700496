import { beforeAll, describe, expect, it } from '@jest/globals';
import { liveThrough } from '../running/programme.js';
import { everythingIn, inMemory, onRecord, only, type Told } from '../testing/a-record.js';
import { independenceIn } from '../testing/breaches.js';
import { populationFor } from '../population/population-size.js';
import { april2021 } from './april-2021.js';
import { DEMONSTRATION, demonstrationWorld } from './made-up-authority.js';

describe('the cycle of April 2021', () => {
  let events: readonly Told[];

  beforeAll(async () => {
    const { authority, name, begin, seed } = DEMONSTRATION;
    const world = demonstrationWorld('2025-11-01', { cases: 35, population: populationFor(35) });
    const stores = inMemory();
    await onRecord(stores, (ports) =>
      liveThrough(
        {
          ...{ authority, name, begin, drawSeed: 'from-seed' as const },
          until: '2022-12-31T12:00:00.000Z',
          cycles: [april2021(seed, world.chance)],
        },
        world,
        ports,
      ),
    );
    events = await everythingIn(stores, authority);
  });

  it('selected 35 cases of 430 children, and every grade was moderated', () => {
    expect(only(events, 'PopulationImported').map(({ facts }) => facts.children)).toEqual([430]);
    expect(only(events, 'CaseSelected')).toHaveLength(35);
    expect(only(events, 'CaseGraded')).toHaveLength(30);
    expect(only(events, 'GradeModerated')).toHaveLength(30);
  });

  it('ended with 2 outstanding, 21 good, 6 requires improvement and 1 inadequate', () => {
    const final = only(events, 'AuditFinalised').map(({ facts }) => facts.grade);
    const count = (grade: string): number => final.filter((one) => one === grade).length;
    expect(['outstanding', 'good', 'requires-improvement', 'inadequate'].map(count)).toEqual([2, 21, 6, 1]);
  });

  it('was closed for a reason without the grades of 5 audits, all of which were begun', () => {
    const [closed] = only(events, 'CycleClosed');
    expect(closed!.facts.withoutGrade).toHaveLength(5);
    expect(closed!.facts.reasonCode).toBe('auditors-called-away');
    const begun = new Set(only(events, 'SectionGraded').map(({ id }) => id));
    expect(closed!.facts.withoutGrade.every((audit) => begun.has(audit))).toBe(true);
  });

  it('was held in 2021 by people who were free to judge', () => {
    const held = events.filter(({ stream }) => stream.includes('/case-audit-'));
    expect(held.every(({ occurredAt }) => occurredAt.startsWith('2021-'))).toBe(true);
    const { judgements, breaches } = independenceIn(events);
    expect(breaches).toEqual([]);
    expect(judgements).toBeGreaterThan(95);
  });
});
