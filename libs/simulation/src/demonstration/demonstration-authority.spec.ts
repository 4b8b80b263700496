import { beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths } from '#audit-cycle';
import { populationFor } from '../population/population-size.js';
import { everythingIn, inMemory, onRecord, only, type Stores, type Told } from '../testing/a-record.js';
import { independenceIn } from '../testing/breaches.js';
import { loadDemonstration, type DemonstrationAnswer } from './demonstration-authority.js';
import { DEMONSTRATION } from './made-up-authority.js';

const SMALL = { cases: 8, population: populationFor(8) };

const load = (stores: Stores, today: string, stopAfter = Infinity): Promise<DemonstrationAnswer> =>
  onRecord(stores, (ports) => {
    const stop = new AbortController();
    const progress = ({ done }: { done: number }): void => (done >= stopAfter ? stop.abort() : undefined);
    return loadDemonstration(SMALL, { today, signal: stop.signal }, { ...ports, progress });
  });

describe('loading the demonstration authority', () => {
  it('can be interrupted, goes on two months later by the same calendar, and once complete is left alone', async () => {
    const stores = inMemory();
    expect(await load(stores, '2026-11-22', 1200)).toEqual({ loaded: 'interrupted' });
    expect(await load(stores, '2027-01-25')).toMatchObject({ loaded: 'now' });
    const events = await everythingIn(stores, DEMONSTRATION.authority);
    const periods = only(events, 'CyclePlanned').map(({ facts: { period } }) => period.from);
    expect(periods).toEqual([
      '2021-04-01',
      ...[0, 2, 4, 6, 8, 10, 12].map((n) => addMonths('2025-11-01', n)),
    ]);

    expect(await load(stores, '2027-01-26')).toEqual({ loaded: 'before' });
    expect(await everythingIn(stores, DEMONSTRATION.authority)).toEqual(events);
  });
});

describe('the demonstration authority of a day', () => {
  let events: readonly Told[];

  beforeAll(async () => {
    const stores = inMemory();
    await load(stores, '2026-11-22');
    events = await everythingIn(stores, DEMONSTRATION.authority);
  });

  it('ends the evening before, with six cycles closed after the one of 2021 and a seventh running', () => {
    const closed = new Set(only(events, 'CycleClosed').map(({ id }) => id));
    const planned = only(events, 'CyclePlanned');
    expect(planned.map(({ id }) => closed.has(id))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(planned.at(-1)!.facts.period).toEqual({ from: '2026-11-01', to: '2026-12-31' });
    expect(events.every(({ occurredAt }) => occurredAt < '2026-11-22')).toBe(true);
  });

  it('has nobody judge what is theirs', () => {
    const { judgements, breaches } = independenceIn(events);
    expect(breaches).toEqual([]);
    expect(judgements).toBeGreaterThan(300);
  });

  it('draws no child twice within twelve months', () => {
    const drawnOn = new Map(only(events, 'SampleDrawn').map(({ id, facts }) => [id, facts.sample.drawnOn]));
    const last = new Map<string, string>();
    for (const { facts } of only(events, 'CaseSelected').filter(({ facts: { by } }) => by === 'draw')) {
      const on = drawnOn.get(facts.cycle)!;
      const before = last.get(facts.child);
      if (before !== undefined) expect(addMonths(before, 12) <= on).toBe(true);
      last.set(facts.child, on);
    }
    expect(last.size).toBeGreaterThan(75);
  });
});
