import { beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths } from '#audit-cycle';
import { scorecard, type ScorecardFigures } from '#views';
import { populationFor } from '../population/population-size.js';
import {
  everythingIn,
  inMemory,
  onRecord,
  only,
  recordOf,
  type Stores,
  type Told,
} from '../testing/a-record.js';
import { MADE_UP_MEASURES } from '../scorecard/made-up-measures.js';
import { independenceIn } from '../testing/breaches.js';
import { viewsOf } from '../testing/views-of.js';
import { loadDemonstration, type DemonstrationAnswer } from './demonstration-authority.js';
import { DEMONSTRATION } from './made-up-authority.js';
import { trialPeople } from './trial-people.js';

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
  let figures: ScorecardFigures;

  beforeAll(async () => {
    const stores = inMemory();
    await load(stores, '2026-11-22');
    const { authority } = DEMONSTRATION;
    events = await everythingIn(stores, authority);
    const views = await viewsOf(authority, await recordOf(stores, authority));
    figures = (await scorecard(views, { authority })) as ScorecardFigures;
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

  it('has a scorecard of seventeen measures over fourteen months and more, some of each colour', () => {
    const { n, targeted, green, amber, red, withoutTargets } = figures.counts;
    expect({ n, targeted, withoutTargets }).toEqual({ n: 17, targeted: 14, withoutTargets: 3 });
    expect(Math.min(green, amber, red)).toBeGreaterThan(1);
    expect(figures.measures.map(({ ref }) => ref)).toEqual(MADE_UP_MEASURES.map(({ ref }) => ref));
    const long = figures.measures.filter(({ current }) => current!.points.length >= 14);
    expect(long.length).toBeGreaterThanOrEqual(16);
    for (const { current } of figures.measures) expect(current!.latest.period.to).toBe('2026-10-31');
  });

  it('has a breach that a review was asked for and a surgery answered, and a review that still waits', () => {
    const breached = new Set(only(events, 'ThresholdBreached').map(({ id }) => id));
    const answered = only(events, 'SurgeryHeld').filter(
      ({ id, facts }) => facts.reviewRequested?.why === 'threshold-breached' && breached.has(id),
    );
    expect(answered.length).toBeGreaterThan(0);
    expect(figures.measures.filter((one) => one.reviewRequested !== null).length).toBeGreaterThan(0);
  });

  it('has the Caldicott Guardian clear whom it says it has', () => {
    const [cleared] = trialPeople('2026-11-22').filter((one) => one.cleared.includes('equality'));
    const given = only(events, 'ClearanceGiven');
    expect(given.map(({ id }) => id)).toEqual([cleared!.id]);
    const guardian = trialPeople('2026-11-22').find(({ role }) => role === 'caldicott-guardian');
    expect(given[0]!.facts).toMatchObject({ clearance: 'equality', by: guardian!.id });
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
