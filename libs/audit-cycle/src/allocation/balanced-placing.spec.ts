import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeBalanced, type Placeable, type Room } from './balanced-placing.js';

const AUDITORS = ['a', 'b', 'c', 'd'];

const rooms = fc
  .array(fc.record({ load: fc.nat(3), capacity: fc.nat(4) }), { minLength: 4, maxLength: 4 })
  .map((all) => new Map(AUDITORS.map((auditor, n) => [auditor, all[n]!])));
const placeables = (maxLength: number) =>
  fc
    .array(fc.subarray(AUDITORS), { maxLength })
    .map((all) => all.map((candidates, n): Placeable => ({ audit: String(n), candidates })));

/** The most cases that can be placed, and the least sum of squared loads with so many; by trying everything. */
function best(cases: readonly Placeable[], all: ReadonlyMap<string, Room>): readonly [number, number] {
  const [first, ...rest] = cases;
  if (first === undefined) return [0, [...all.values()].reduce((sum, { load }) => sum + load * load, 0)];
  let most = best(rest, all);
  for (const auditor of first.candidates) {
    const { load, capacity } = all.get(auditor)!;
    if (load >= capacity) continue;
    const [placed, squares] = best(rest, new Map(all).set(auditor, { load: load + 1, capacity }));
    if (placed + 1 > most[0] || (placed + 1 === most[0] && squares < most[1])) most = [placed + 1, squares];
  }
  return most;
}

const loadsAfter = (placed: ReadonlyMap<string, string>, all: ReadonlyMap<string, Room>): number[] =>
  [...all].map(([auditor, { load }]) => load + [...placed.values()].filter((to) => to === auditor).length);

describe('Placing cases', () => {
  it('is as good as trying everything: as many as possible, and the loads as even as can be', () => {
    let unplaced = 0;
    fc.assert(
      fc.property(placeables(6), rooms, (cases, all) => {
        const placed = placeBalanced(cases, all);
        const squares = loadsAfter(placed, all).reduce((sum, load) => sum + load * load, 0);
        expect([placed.size, squares]).toEqual(best(cases, all));
        if (placed.size < cases.length) unplaced += 1;
      }),
      { numRuns: 300 },
    );
    expect(unplaced).toBeGreaterThan(10);
  });

  it('gives a case to one of its candidates and nobody more than they can have', () => {
    fc.assert(
      fc.property(placeables(30), rooms, (cases, all) => {
        const placed = placeBalanced(cases, all);
        for (const [audit, to] of placed) expect(cases[Number(audit)]!.candidates).toContain(to);
        loadsAfter(placed, all).forEach((load, n) => {
          const room = all.get(AUDITORS[n]!)!;
          expect(load).toBeLessThanOrEqual(Math.max(room.load, room.capacity));
        });
      }),
    );
  });

  it('is within one where everybody can take everything and begins with the same', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(3), (count, load) => {
        const all = new Map(AUDITORS.map((auditor) => [auditor, { load, capacity: 20 }]));
        const cases = Array.from({ length: count }, (_, n) => ({ audit: `${n}`, candidates: AUDITORS }));
        const loads = loadsAfter(placeBalanced(cases, all), all);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('hands a case on to make room for one that nobody else can take', () => {
    const all = new Map(AUDITORS.map((auditor) => [auditor, { load: 0, capacity: 1 }]));
    const cases = [
      { audit: '1', candidates: ['a', 'b'] },
      { audit: '2', candidates: ['a'] },
    ];
    expect(Object.fromEntries(placeBalanced(cases, all))).toEqual({ '1': 'b', '2': 'a' });
  });

  it('is a mistake of the program for a candidate whose room is not known', () => {
    expect(() => placeBalanced([{ audit: '1', candidates: ['x'] }], new Map())).toThrow(
      'It is not known how much x can take',
    );
  });
});
