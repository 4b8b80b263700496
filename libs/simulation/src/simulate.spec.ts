import { beforeAll, describe, expect, it } from '@jest/globals';
import { isWeekend } from '#audit-cycle';
import { Chance } from './chance.js';
import { simulate, type SimulationOptions, type SimulationSummary } from './simulate.js';
import { digestOf, everythingIn, inMemory, onRecord, only, type Told } from './testing/a-record.js';
import { independenceIn } from './testing/breaches.js';
import { killedAt } from './testing/killed-gateway.js';

const SMALL: SimulationOptions = {
  authority: 'simulated',
  name: 'Simulated',
  cases: 12,
  cycles: 2,
  // In this one a child dies, a case is replaced and another is left without a grade.
  seed: 28,
  drawSeed: 'from-seed',
};

describe('a small simulation: two cycles of twelve cases', () => {
  let events: readonly Told[];
  let summary: SimulationSummary;

  beforeAll(async () => {
    const stores = inMemory();
    summary = await onRecord(stores, (ports) => simulate(SMALL, ports));
    events = await everythingIn(stores, SMALL.authority);
  });

  it('leaves every audit finalised or withdrawn, or without a grade in a cycle that was closed for a reason', () => {
    expect(only(events, 'CycleClosed')).toHaveLength(3);
    for (const { id, facts } of only(events, 'CycleClosed')) {
      const selected = only(events, 'CaseSelected').filter((one) => one.facts.cycle === id);
      const ids = new Set(selected.map((one) => one.id));
      const ended = (type: 'AuditFinalised' | 'AuditWithdrawn'): number =>
        only(events, type).filter((one) => ids.has(one.id)).length;
      const planned = only(events, 'CyclePlanned').find((one) => one.id === id)!.facts.targetSize;
      expect(selected.filter(({ facts: { by } }) => by === 'draw')).toHaveLength(planned);
      expect(ended('AuditFinalised') + ended('AuditWithdrawn') + facts.withoutGrade.length).toBe(ids.size);
      expect(facts.reasonCode === null).toBe(facts.withoutGrade.length === 0);
    }
  });

  it('says in its summary what stands in the record', () => {
    const { byType, repeated } = summary;
    expect(byType['GradeCase']).toBe(only(events, 'CaseGraded').length);
    const setBy = [byType['SetAction'], byType['SetActionFromSurgery']].map((n) => n ?? 0);
    expect(setBy[0]! + setBy[1]!).toBe(only(events, 'ActionSet').length);
    expect(byType['FinaliseAudit']).toBe(only(events, 'AuditFinalised').length);
    expect(byType['GradeReAudit']).toBe(only(events, 'CaseReaudited').length);
    expect(byType['Join']).toBe(summary.people);
    expect(repeated).toBe(0);
    expect(summary.cycles.map(({ title }) => title)).toEqual([
      'Core audit, January and February 2024',
      'Core audit, March and April 2024',
      'Dip sample: Referrals, March and April 2024',
    ]);
  });

  it('has nobody judge what they are tied to, their own audit or their own action', () => {
    const { judgements, breaches } = independenceIn(events);
    expect(breaches).toEqual([]);
    expect(judgements).toBeGreaterThan(60);
  });

  it('would see somebody who judges their own case', () => {
    const audited = events.find(({ type }) => type === 'AuditorAllocated')!;
    const worker = only(events, 'CaseSelected').find(({ id }) => id === audited.id)!.facts.worker!;
    const wrong = events.map((event) =>
      event === audited ? ({ ...event, facts: { ...event.facts, auditor: worker } } as Told) : event,
    );
    expect(independenceIn(wrong).breaches).toEqual([
      `AuditorAllocated on ${audited.stream}: they are its worker`,
    ]);
  });

  it('holds what is rare as well: a death, a withdrawal with another case in its place, an audit never finished', () => {
    const died = only(events, 'LegalHoldSet').filter(({ facts }) => facts.reasonCode === 'child-died');
    expect(died).toHaveLength(1);
    expect(only(events, 'ReplacementDrawn')).toHaveLength(1);
    expect(only(events, 'CaseSelected').filter(({ facts: { by } }) => by === 'replacement')).toHaveLength(1);
    expect(only(events, 'CycleClosed').flatMap(({ facts }) => facts.withoutGrade)).toHaveLength(1);
  });

  it('lets people work in office hours of working days, and time never runs back in a stream', () => {
    const last = new Map<string, string>();
    for (const { stream, occurredAt } of events) {
      expect(occurredAt >= (last.get(stream) ?? '')).toBe(true);
      last.set(stream, occurredAt);
      expect(isWeekend(occurredAt.slice(0, 10))).toBe(false);
      expect(occurredAt.slice(11) >= '08:00').toBe(true);
      expect(occurredAt.slice(11) < '16:30').toBe(true);
    }
  });

  it('is the same again from the same seed, and other from another', async () => {
    const [same, other] = [inMemory(), inMemory()];
    await onRecord(same, (ports) => simulate(SMALL, ports));
    await onRecord(other, (ports) => simulate({ ...SMALL, seed: 29 }, ports));
    expect(digestOf(await everythingIn(same, SMALL.authority))).toBe(digestOf(events));
    expect(digestOf(await everythingIn(other, SMALL.authority))).not.toBe(digestOf(events));
  });

  it('goes on where it was killed, again and again, and ends with the same record', async () => {
    const seed = String(Date.now());
    const chance = new Chance(seed);
    const stores = inMemory();
    let [kills, finished, past] = [0, false, 0];
    while (!finished) {
      // Each run gets at most some 300 commands further than the one before, so it is killed a few times on its way.
      past += chance.between(1, 300, `kill/${kills}`);
      const kill = killedAt(past, chance.happens(0.5, `recorded/${kills}`));
      finished = await onRecord(stores, (ports) => simulate(SMALL, ports), kill).then(
        () => true,
        (error: Error) => {
          if (error.message !== 'killed') throw new Error(`With the seed ${seed}`, { cause: error });
          return false;
        },
      );
      kills += finished ? 0 : 1;
    }
    expect({ seed, digest: digestOf(await everythingIn(stores, SMALL.authority)) }).toEqual({
      seed,
      digest: digestOf(events),
    });
    expect(kills).toBeGreaterThan(1);
  });
});

describe('a simulation', () => {
  it('leaves the last cycle running when asked to, with nothing later than the moment it stops at', async () => {
    const stores = inMemory();
    const until = '2024-02-02T12:00:00.000Z';
    await onRecord(stores, (ports) => simulate({ ...SMALL, cases: 8, cycles: 1, until }, ports));
    const events = await everythingIn(stores, SMALL.authority);
    const finalised = only(events, 'AuditFinalised').length;
    expect(finalised).toBeGreaterThan(0);
    expect(finalised).toBeLessThan(8);
    expect(only(events, 'CycleClosed')).toEqual([]);
    expect(events.every(({ occurredAt }) => occurredAt <= until)).toBe(true);
  });

  it('draws as for real when asked to, from a seed that the server made', async () => {
    const stores = inMemory();
    await onRecord(stores, (ports) => simulate({ ...SMALL, cases: 4, cycles: 1, drawSeed: 'server' }, ports));
    const events = await everythingIn(stores, SMALL.authority);
    expect(only(events, 'SampleDrawn').map(({ facts }) => facts.sample.seedSource)).toEqual(['server']);
  });

  it('needs no more than one case', async () => {
    const stores = inMemory();
    await onRecord(stores, (ports) => simulate({ ...SMALL, cases: 1, cycles: 1 }, ports));
    const events = await everythingIn(stores, SMALL.authority);
    expect(only(events, 'CaseSelected')).toHaveLength(1);
    expect(only(events, 'CycleClosed')).toHaveLength(1);
  });

  it('stops with the reason of its signal, and goes on when it is called again', async () => {
    const stores = inMemory();
    const options = { ...SMALL, cases: 4, cycles: 1 };
    const stop = new AbortController();
    const interrupted = onRecord(stores, (ports) =>
      simulate(
        { ...options, signal: stop.signal },
        { ...ports, progress: ({ done }) => (done === 100 ? stop.abort(new Error('enough')) : undefined) },
      ),
    );
    await expect(interrupted).rejects.toThrow('enough');
    const { repeated, commands } = await onRecord(stores, (ports) => simulate(options, ports));
    expect(repeated).toBeGreaterThanOrEqual(100);
    expect(commands).toBeGreaterThan(repeated);
  });

  it.each([
    { cases: 0, cycles: 1 },
    { cases: 12, cycles: 1.5 },
  ])('refuses numbers that make no sense: %j', async (numbers) => {
    await expect(onRecord(inMemory(), (ports) => simulate({ ...SMALL, ...numbers }, ports))).rejects.toThrow(
      RangeError,
    );
  });
});
