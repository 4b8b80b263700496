import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ImportReport } from './import-report.js';
import { openCohorts } from './cohort.js';
import { generateAnnexA } from './synthetic/generate-annex-a.js';
import { quirks, type SyntheticWorkbook } from './synthetic/synthetic-workbook.js';
import { writeMergedCsv, writeZippedCsv } from './synthetic/write-csv.js';
import { writeWorkbook } from './synthetic/write-workbook.js';
import { asAt, populationOf } from './testing.js';

const seed = Number(process.env['ANNEX_A_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const runs = 40;

const teams = [
  { name: 'Duty', workers: ['Ann Ash', 'Ben Birch'] },
  { name: 'Care', workers: ['Cy Cedar'], cohorts: ['in-care', 'care-experienced'] as const },
];

const readable = quirks.filter((quirk) => quirk !== 'send-workbook');
const size = fc.integer({ min: 0, max: 25 });
const request = fc.record({
  seed: fc.nat(),
  asAt: fc.constant(asAt),
  cohorts: fc.record({
    childInNeed: size,
    childProtection: size,
    inCare: size,
    careExperienced: size,
    assessment: size,
    closed: size,
  }),
  teams: fc.constant(teams),
  quirks: fc.subarray(readable),
  template: fc.constantFrom('2019' as const, 'current' as const),
});

const writers: Readonly<Record<string, (workbook: SyntheticWorkbook) => Uint8Array | Promise<Uint8Array>>> = {
  'lists.xlsx': (workbook) => writeWorkbook(workbook),
  'lists.zip': (workbook) => writeZippedCsv(workbook),
  'lists.csv': (workbook) => writeMergedCsv(workbook),
};

describe(`Any synthetic file (ANNEX_A_SEED=${seed})`, () => {
  it('is read as the generator says, and its report reconciles', async () => {
    const file = fc.constantFrom(...Object.keys(writers));
    const property = fc.asyncProperty(request, file, async (asked, fileName) => {
      fc.pre(Object.values(asked.cohorts).some((count) => count > 0));
      const workbook = generateAnnexA(asked);
      const bytes = await writers[fileName]?.(workbook);
      const population = await populationOf(bytes ?? new Uint8Array(), { fileName });
      expect(population.children).toEqual(workbook.expected.children);
      expectReconciled(population.report);
      expect(population.report.totals.childrenExcluded).toBe(workbook.expected.closed.length);
      expect(namesIn(population.report)).toEqual([]);
    });
    await fc.assert(property, { seed, numRuns: runs });
  }, 60_000);
});

/** Every sum of the report, from its lines. */
function expectReconciled({ lists, excluded, warnings, totals, cohorts: counts }: ImportReport): void {
  for (const { list, rowsRead, rowsUsed, rowsMerged, rowsExcluded } of lists) {
    const lines = excluded.filter((line) => line.list === list);
    expect(rowsExcluded).toBe(lines.reduce((sum, { rows }) => sum + rows, 0));
    expect(rowsRead).toBe(rowsUsed + rowsExcluded);
    expect(rowsMerged).toBeLessThanOrEqual(rowsUsed);
    const rows = lines.flatMap(({ row }) => row ?? []);
    expect(new Set(rows).size).toBe(rows.length);
  }
  expect(totals.rowsRead).toBe(totals.rowsUsed + totals.rowsExcluded);
  expect(totals.children).toBe(totals.rowsUsed - totals.rowsMerged);
  expect(totals.children).toBe(openCohorts.reduce((sum, cohort) => sum + (counts[cohort] ?? 0), 0));
  expect(totals.warnings).toBe(warnings.length);
}

function namesIn(report: ImportReport): string[] {
  const text = JSON.stringify(report);
  return teams.flatMap(({ workers }) => workers).filter((name) => text.includes(name));
}
