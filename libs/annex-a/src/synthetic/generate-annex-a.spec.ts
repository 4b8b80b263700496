import { describe, expect, it } from '@jest/globals';
import { isTemplateCode } from '../template/category-code.js';
import { columnsOf } from '../template/template.js';
import { asAt, populationOf, refusalOf, warningsOf } from '../testing.js';
import { generateAnnexA, type SyntheticRequest } from './generate-annex-a.js';
import { quirks, type SyntheticSheet, type SyntheticWorkbook } from './synthetic-workbook.js';
import { writeWorkbook } from './write-workbook.js';

const teams = [
  { name: 'Duty', workers: ['Ann Ash', 'Ben Birch'] },
  { name: 'Care', workers: ['Cy Cedar'], cohorts: ['in-care'] as const },
];
const request: SyntheticRequest = {
  seed: 11,
  asAt,
  cohorts: {
    childInNeed: 30,
    childProtection: 20,
    inCare: 25,
    careExperienced: 15,
    assessment: 5,
    closed: 12,
  },
  teams,
};

describe('The generator of Annex A lists', () => {
  it('makes the same contents for the same request, and others for another seed', () => {
    const asked = { ...request, quirks: quirks.filter((quirk) => quirk !== 'send-workbook') };
    expect(generateAnnexA(asked)).toEqual(generateAnnexA(asked));
    expect(generateAnnexA({ ...asked, seed: 12 }).expected).not.toEqual(generateAnnexA(asked).expected);
  });

  it('makes all eleven lists with the headings and codes of the template', () => {
    const { sheets } = generateAnnexA(request);
    expect(sheets.map(({ list }) => list)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    for (const { list, rows } of sheets) {
      const columns = columnsOf(list ?? 0);
      expect(rows[0]).toEqual(columns.map(({ heading }) => heading));
      for (const [at, { heading, type }] of columns.entries()) {
        if (type !== 'category') continue;
        const written = rows.slice(1).flatMap((row) => (typeof row[at] === 'string' ? [row[at]] : []));
        expect(written.filter((code) => !isTemplateCode(heading, code))).toEqual([]);
      }
    }
    const list9 = generateAnnexA({ ...request, template: '2019' }).sheets[8];
    expect(list9?.rows[0]).toHaveLength(13);
  });

  it('puts the children of lists 7 and 8 into list 6, and gives each team its own cohorts', () => {
    const workbook = generateAnnexA(request);
    const inNeed = new Set(idsOf(workbook, 6));
    expect(inNeed.size).toBe(92);
    expect([...idsOf(workbook, 7), ...idsOf(workbook, 8)].filter((id) => !inNeed.has(id))).toEqual([]);
    expect(idsOf(workbook, 9).filter((id) => inNeed.has(id))).toEqual([]);
    const inCare = workbook.expected.children.filter(({ cohort }) => cohort === 'in-care');
    expect(new Set(inCare.map(({ team }) => team))).toEqual(new Set(['Care']));
  });

  it('makes lists without a single warning when no quirk is asked for', async () => {
    const population = await populationOf(await writeWorkbook(generateAnnexA(request)));
    expect(warningsOf(population)).toEqual([]);
    expect(population.report.cohorts).toEqual({
      'in-care': 25,
      'child-protection': 20,
      'care-experienced': 15,
      'child-in-need': 30,
      assessment: 5,
    });
  });

  it('makes each quirk visible in the file', () => {
    const plain = generateAnnexA(request);
    for (const quirk of quirks) {
      expect([quirk, generateAnnexA({ ...request, quirks: [quirk] }).sheets]).not.toEqual([
        quirk,
        plain.sheets,
      ]);
    }
  });

  it('makes a SEND workbook that is refused as one', async () => {
    const send = generateAnnexA({ ...request, quirks: ['send-workbook'] });
    expect((await refusalOf(await writeWorkbook(send))).code).toBe('send-workbook');
  });

  it('makes the population of the demonstration', async () => {
    const cohorts = {
      childInNeed: 1214,
      childProtection: 352,
      inCare: 495,
      careExperienced: 442,
      closed: 600,
    };
    const workbook = generateAnnexA({ ...request, cohorts });
    const { report, children } = await populationOf(await writeWorkbook(workbook));
    expect(children).toEqual(workbook.expected.children);
    expect(report.totals).toMatchObject({ children: 2503, childrenExcluded: 600 });
  }, 60_000);
});

function idsOf(workbook: SyntheticWorkbook, list: number): unknown[] {
  const sheet: SyntheticSheet | undefined = workbook.sheets.find((one) => one.list === list);
  return (sheet?.rows ?? []).slice(1).map((row) => row[0]);
}
