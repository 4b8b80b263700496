import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SHARES, type Shares } from './shares.js';
import { simulate, type SimulationOptions } from './simulate.js';
import { everythingIn, inMemory, onRecord, only, type Told } from './testing/a-record.js';
import { independenceIn } from './testing/breaches.js';

const OPTIONS: SimulationOptions = {
  ...{ authority: 'simulated', name: 'Simulated', cases: 40, cycles: 3 },
  ...{ seed: 5, drawSeed: 'from-seed' },
};
const { allocation, auditing, departures } = DEFAULT_SHARES;
const NOTHING_DEPARTS = Object.fromEntries(
  Object.keys(departures).map((departure) => [departure, 0]),
) as typeof departures;

async function told(shares: Shares, more: Partial<SimulationOptions> = {}): Promise<readonly Told[]> {
  const stores = inMemory();
  await onRecord(stores, (ports) => simulate({ ...OPTIONS, ...more, shares }, ports));
  return everythingIn(stores, OPTIONS.authority);
}

/** Every share, with the way to it. */
function eachIn(shares: object, path: string, see: (share: number, path: string) => void): void {
  for (const [name, share] of Object.entries(shares)) {
    if (typeof share === 'number') see(share, `${path}/${name}`);
    else eachIn(share as object, `${path}/${name}`, see);
  }
}

describe('the shares of a simulation', () => {
  it('are from 0 to 1, and those of which at most one comes true leave something over', () => {
    const wrong: string[] = [];
    eachIn(DEFAULT_SHARES, '', (share, path) => {
      if (!(share >= 0 && share <= 1)) wrong.push(path);
    });
    expect(wrong).toEqual([]);
    const { fates, actions } = DEFAULT_SHARES;
    const { cancelled, neverDone, late, foundDone, foundPartlyDone } = actions;
    const atMostOne = [
      ...[Object.values(fates), Object.values(departures)],
      ...[
        [cancelled, neverDone, late],
        [foundDone, foundPartlyDone],
      ],
    ];
    for (const one of atMostOne) expect(one.reduce((all, share) => all + share, 0)).toBeLessThan(1);
  });

  it('make what is rare happen to everybody, or never', async () => {
    const events = await told({
      ...DEFAULT_SHARES,
      ...{ late: 0, departures: { ...NOTHING_DEPARTS, returned: 1 } },
      auditing: { ...auditing, notDiscussed: 1 },
    });
    const graded = new Set(only(events, 'CaseGraded').map(({ id }) => id));
    const returned = new Set(only(events, 'AuditReturned').map(({ id }) => id));
    expect(returned.size).toBeGreaterThan(graded.size / 2);
    expect(only(events, 'ConflictDeclared')).toEqual([]);
    const talks = only(events, 'PracticeDiscussionHeld');
    expect(talks.length).toBeGreaterThan(50);
    expect(talks.filter(({ facts }) => facts.held)).toEqual([]);
  }, 60_000);

  it('make every measure be put more exactly in spring, be asked about and be looked into', async () => {
    const events = await told(
      { ...DEFAULT_SHARES, measures: { corrected: 0, redefined: 1, askedFor: 1, reviewed: 1, actedOn: 1 } },
      { cases: 4, cycles: 2 },
    );
    const measures = only(events, 'MeasureDefined').length;
    expect(only(events, 'MeasureRedefined')).toHaveLength(measures);
    expect(only(events, 'MeasureReported').every(({ facts }) => facts.correction === null)).toBe(true);
    const asked = only(events, 'ReviewRequested');
    expect(new Set(asked.map(({ id }) => id)).size).toBe(measures);
    const held = only(events, 'SurgeryHeld').length;
    expect(held).toBeGreaterThanOrEqual(measures);
    const set = only(events, 'ActionSet').filter(({ facts }) => facts.source.kind === 'measure');
    expect(set).toHaveLength(held);
  });

  it('let ties come up all the time, and what was declared of one audit stops no story of another of the child', async () => {
    const shares = {
      ...DEFAULT_SHARES,
      allocation: { ...allocation, triesTied: 1, knownToSomebody: 0.05 },
      ...{ late: 0, departures: { ...departures, 'conflict-declared': 0.3, 'conflict-registered': 0.3 } },
    };
    // So few children that some are drawn by more than one cycle.
    const population = { childInNeed: 115, childProtection: 48, inCare: 67, careExperienced: 58 };
    const events = await told(shares, { cases: 30, cycles: 3, seed: 2, population });
    expect(only(events, 'ConflictDeclared').length).toBeGreaterThan(20);
    expect(independenceIn(events).breaches).toEqual([]);
    const children = only(events, 'CaseSelected').map(({ facts }) => facts.child);
    expect(new Set(children).size).toBeLessThan(children.length);
  }, 60_000);
});
