import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GRADES, type Grade } from '#audit-cycle';
import { attackOnPublished, type FoundOut } from '../testing/attack-on-published.js';
import { gradedAudit } from '../testing/graded-audit.js';
import { anyPublishedCases, AREAS, publishedCases } from '../testing/published-cases.js';
import { publishedFigures, type PublishedCases, type PublishedFigures } from './figure.js';
import { isWithheld, PUBLISHED_TABLES, type PublishedRow } from './published-table.js';

const publish = (cases: PublishedCases): PublishedFigures =>
  publishedFigures(cases, (text) => createHash('sha256').update(text).digest('hex'));
const rowsOf = (figures: PublishedFigures, name: string): readonly PublishedRow[] | 'withheld' => {
  const found = figures.tables.find(({ table }) => table === name)!;
  return 'rows' in found ? found.rows : 'withheld';
};
const print = (rows: readonly PublishedRow[] | 'withheld'): unknown =>
  rows === 'withheld'
    ? rows
    : rows.map(({ group, n, cells }) =>
        [group ?? 'all', ...cells.map(({ count }) => count), n]
          .map((one) => (isWithheld(one) ? '?' : one))
          .join(' '),
      );
const audits = (cohort: 'in-care' | 'child-in-need', team: string, counts: readonly number[]) =>
  [...GRADES, null].flatMap((finalGrade: Grade | null, index) =>
    Array.from({ length: counts[index]! }, () => ({ cohort, team, finalGrade })),
  );
const cycleOf = (...groups: readonly ReturnType<typeof audits>[]) =>
  groups.flat().map((audit, index) => gradedAudit(index, audit));

describe('The published figures of a cycle', () => {
  const cases = cycleOf(
    audits('in-care', 'North', [1, 12, 3, 1, 2]),
    audits('child-in-need', 'Hill', [1, 9, 3, 0, 3]),
  );
  const figures = publish(publishedCases(cases));

  it('hold every table once, and say how few is too few', () => {
    expect(figures.tables.map(({ table }) => table)).toEqual(PUBLISHED_TABLES);
    expect(figures).toMatchObject({
      edition: 1,
      publishedOn: '2021-06-16',
      fewestPublished: 5,
      totalsPublished: true,
      method: 'small-numbers-1',
    });
  });

  it('give the grades of the whole authority however few they are, as its policy says', () => {
    expect(rowsOf(figures, 'grades')).toMatchObject([
      {
        n: 35,
        cells: [
          { of: ['outstanding'], count: 2, percent: 5.7 },
          { of: ['good'], count: 21, percent: 60 },
          { of: ['requires-improvement'], count: 6, percent: 17.1 },
          { of: ['inadequate'], count: 1, percent: 2.9 },
          { of: ['no-grade-recorded'], count: 5, percent: 14.3 },
        ],
        goodOrBetter: { n: 23, of: 30, percent: 76.7, interval95: [59.1, 88.2] },
      },
    ]);
  });

  it('withhold small counts of a cohort, with their percentages and the share that is made of them', () => {
    const rows = rowsOf(figures, 'grades-by-cohort') as readonly PublishedRow[];
    const withheld = { suppressed: true, reason: 'small-numbers' };
    expect(rows[0]).toMatchObject({ group: 'child-in-need', goodOrBetter: withheld });
    expect(rows[0]!.cells[0]).toEqual({ of: ['outstanding'], count: withheld, percent: withheld });
    expect(print(rows)).toEqual(['child-in-need ? 9 ? ? ? 16', 'in-care ? 12 ? ? ? 19']);
  });

  it('without leave to give the totals count together in the parts what the whole does not tell apart', () => {
    const policy = { totalsPublished: false };
    const guarded = publish(publishedCases(cases, [], policy));
    expect(print(rowsOf(guarded, 'grades'))).toEqual(['all ? 21 6 ? ? 35']);
    expect(rowsOf(guarded, 'grades-by-cohort')).toMatchObject([
      {
        cells: [
          { of: ['good'] },
          { of: ['requires-improvement'] },
          { of: ['outstanding', 'inadequate', 'no-grade-recorded'] },
        ],
      },
      {},
    ]);
    expect(rowsOf(guarded, 'grades-by-section')).toBe('withheld');
  });

  it('of too few cases are the totals alone, or nothing', () => {
    const few = cycleOf(audits('in-care', 'North', [0, 3, 1, 0, 0]));
    const open = publish(publishedCases(few));
    expect(print(rowsOf(open, 'grades'))).toEqual(['all 0 3 1 0 0 4']);
    expect(rowsOf(open, 'grades-by-team')).toBe('withheld');
    const guarded = publish(publishedCases(few, [], { totalsPublished: false }));
    expect(print(rowsOf(guarded, 'grades'))).toEqual(['all ? ? ? ? ? ?']);
  });

  it('of no cases are zeros, and no percentages', () => {
    const none = publish(publishedCases([]));
    expect(print(rowsOf(none, 'grades'))).toEqual(['all 0 0 0 0 0 0']);
    expect(rowsOf(none, 'grades-by-cohort')).toEqual([]);
    expect(rowsOf(none, 'actions')).toMatchObject([
      { n: 0, cells: [{ count: 0, percent: null }, {}, {}, {}, {}, {}] },
    ]);
  });

  it('never give a count of actions that is small, whatever the policy says of totals', () => {
    const action = { status: 'open', cohort: 'in-care', team: 'North', priority: 'high' } as const;
    const actions = [...Array<typeof action>(7).fill(action), { ...action, status: 'cancelled' as const }];
    const { tables } = publish(publishedCases([], actions));
    expect(print(rowsOf({ ...figures, tables }, 'actions'))).toEqual(['all ? 0 0 0 0 ? 8']);
  });
});

describe('Whoever has everything that is published of', () => {
  it('a cycle cannot narrow a withheld count', () => {
    let withheld = 0;
    fc.assert(
      fc.property(anyPublishedCases, (cases) => {
        const figures = publish(cases);
        const found = attackOnPublished([figures], AREAS, 60);
        expectHidden(found, figures.fewestPublished);
        withheld += found.length;
      }),
      { seed: 20261122, numRuns: 80 },
    );
    expect(withheld).toBeGreaterThan(500);
  });

  it('two cycles, and of what they come to together, cannot either', () => {
    fc.assert(
      fc.property(anyPublishedCases, anyPublishedCases, (one, another) => {
        const sets = [publish(one), publish({ ...another, cycle: one.cycle })];
        expectHidden(attackOnPublished(sets, AREAS, 60), one.cycle.fewest.fewestPublished);
      }),
      { seed: 20261122, numRuns: 20 },
    );
  });
});

function expectHidden(found: readonly FoundOut[], fewest: number): void {
  for (const { smallest, largest, fromTotals } of found) {
    expect(largest - smallest).toBeGreaterThanOrEqual(Math.min(fewest - 1, fromTotals[1] - fromTotals[0]));
    expect(largest).toBeGreaterThan(smallest);
  }
}
