import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { populationOf } from './testing.js';

const fixture = new URL('../fixtures/annex-a-small.xlsx', import.meta.url);

describe('The small workbook in fixtures (made by make-annex-a-small.mjs beside it)', () => {
  it('holds exactly these children, and every row is accounted for', async () => {
    const population = await populationOf(await readFile(fixture), { fileName: 'annex-a-small.xlsx' });
    const { report } = population;
    expect(report).toMatchObject({ format: 'workbook', asAt: '2024-03-31' });
    expect(
      report.lists.map((list) => [
        list.sheet,
        list.headingRow,
        list.rowsRead,
        list.rowsUsed,
        list.rowsMerged,
      ]),
    ).toEqual([
      ['List_1', 1, 30, 0, 0],
      ['List_2', 2, 1, 0, 0],
      ['List 3', 1, 15, 0, 0],
      ['List_4', 2, 16, 0, 0],
      ['List_5', 1, 7, 0, 0],
      ['List 6', 2, 42, 37, 17],
      ['List_7', 1, 11, 7, 1],
      ['List_8', 2, 12, 9, 1],
      ['Care leavers', 1, 6, 6, 0],
      ['List_10', 2, 2, 0, 0],
      ['List_11', 1, 2, 0, 0],
    ]);
    expect(report.cohorts).toEqual({
      'in-care': 8,
      'child-protection': 6,
      'care-experienced': 6,
      'child-in-need': 18,
      assessment: 2,
    });
    expect(report.totals).toEqual({
      rowsRead: 144,
      rowsUsed: 59,
      rowsMerged: 19,
      rowsExcluded: 85,
      children: 40,
      childrenExcluded: 5,
      warnings: 45,
    });
    expect(report.reconciliation).toBe(
      '144 rows read = 59 used + 85 excluded. 59 rows used - 19 about a child already counted = 40 children.',
    );
    expect(
      report.excluded.filter(({ list }) => list === 8).map(({ row, code, child }) => [row, code, child]),
    ).toEqual([
      [11, 'closed', '6523170'],
      [12, 'closed', '6523170'],
      [13, 'closed', '6399397'],
    ]);
    const count = (wanted: string): number => report.warnings.filter(({ code }) => code === wanted).length;
    const codes = [
      'status-unknown',
      'row-repeated-exactly',
      'child-repeated',
      'age-not-whole',
      'code-unknown',
    ];
    expect(codes.map(count)).toEqual([2, 3, 3, 6, 31]);
    expect(report.otherSheets.map(({ sheet }) => sheet)).toEqual(['Front_Sheet', 'Guidance', 'Codes']);
    expect(population.workersAsWritten).toEqual([
      { name: 'Alex Alder', children: 6 },
      { name: 'Bryn Beech', children: 7 },
      { name: 'Casey Cedar', children: 7 },
      { name: 'Devon Damson', children: 6 },
      { name: 'Ellis Elm', children: 8 },
      { name: 'Frankie Fir', children: 6 },
    ]);
  });
});
