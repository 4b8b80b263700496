import { describe, expect, it } from '@jest/globals';
import { generateAnnexA, quirks } from '../index.js';
import { codesOf } from '../template/template.js';
import { listOf, populationOf, workbookOf, type Cells } from '../testing.js';
import { writeWorkbook } from '../synthetic/write-workbook.js';
import { readEthnicGroup } from './ethnic-group.js';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** What is read of one child in care, as at 31 March 2024; of the row, what the test says on top of a quiet one. */
async function told(row: Cells): Promise<object> {
  const file = await workbookOf({ 'List 8': listOf(8, [{ 'Child Unique ID': 'A1', ...row }]) });
  const { characteristics } = await populationOf(file);
  return characteristics.children[0]!;
}

describe('ethnicity', () => {
  it('has a group for every code of the template, and none for refused and not yet obtained', () => {
    const groups = Object.groupBy(codesOf('Ethnicity'), readEthnicGroup);
    const count = Object.fromEntries(Object.entries(groups).map(([group, codes]) => [group, codes.length]));
    expect(count).toEqual({ white: 5, mixed: 4, asian: 5, black: 3, other: 1, 'not-known': 2 });
    expect(groups['not-known']).toEqual(expect.arrayContaining(['s) REFU', 's) NOBT']));
  });

  it.each([
    ['WBRI', 'white'],
    ['x) MWBC', 'mixed'],
    ['wbri - White British', 'white'],
    ['BAFR: African', 'black'],
    ['gypsy / Roma', 'white'],
    ['q) Chinese', 'asian'],
    ['t) NOBT', 'not-known'],
    ['White', 'not-known'],
    ['Both parents asked', 'not-known'],
    ['#N/A', 'not-known'],
    [null, 'not-known'],
  ])('is written %j and read as %s', async (Ethnicity, ethnicity) => {
    expect(await told({ Ethnicity })).toMatchObject({ child: 'A1', ethnicity });
  });
});

describe('age', () => {
  it.each([
    ['2024-03-31', '0-4'],
    ['2019-04-01', '0-4'],
    ['2019-03-31', '5-9'],
    ['2014-03-31', '10-15'],
    ['2008-03-31', '16-17'],
    ['2006-04-01', '16-17'],
    ['2006-03-31', '18-and-over'],
  ])('is that of the day at which the list stood: born on %s', async (born, age) => {
    expect(await told({ 'Date of Birth': day(born), 'Age of Child (Years)': 77 })).toMatchObject({ age });
  });

  it('of who is born on 29 February is a year more on 1 March', async () => {
    const leapling = { 'Child Unique ID': 'A1', 'Date of Birth': day('2008-02-29') };
    const file = await workbookOf({ 'List 8': listOf(8, [leapling]) });
    const ages = await Promise.all(
      ['2026-02-28', '2026-03-01'].map(async (asAt) => {
        const { characteristics } = await populationOf(file, { asAt });
        return characteristics.children[0]!.age;
      }),
    );
    expect(ages).toEqual(['16-17', '18-and-over']);
  });

  it.each([
    [null, -1, '0-4'],
    [day('2024-06-01'), 'Unborn', '0-4'],
    [day('2024-06-01'), 3, 'not-known'],
    [null, 9.8, '5-9'],
    ['31/02/2015', 16, '16-17'],
    [null, null, 'not-known'],
    ['long ago', 'old', 'not-known'],
  ])('is read from both columns: %j, %j', async (born, written, age) => {
    expect(await told({ 'Date of Birth': born, 'Age of Child (Years)': written })).toMatchObject({ age });
  });
});

describe('disability', () => {
  it.each([
    ['a) Yes', 'yes'],
    ['N', 'no'],
    ['c) Unknown', 'not-known'],
    ['Autism', 'not-known'],
    [null, 'not-known'],
  ])('is written %j and read as %s', async (written, disability) => {
    expect(await told({ 'Does the Child have a Disability': written })).toMatchObject({ disability });
  });
});

describe('what the lists say of a child', () => {
  it('comes from the row that decides, and from the others where that does not know', async () => {
    const child = { 'Child Unique ID': 'A1', 'Case Status': 'a) Looked after child' };
    const file = await workbookOf({
      'List 6': listOf(6, [{ ...child, Ethnicity: 'WBRI', 'Does the Child have a Disability': 'Yes' }]),
      'List 8': listOf(8, [{ ...child, Ethnicity: 'AIND', 'Does the Child have a Disability': 'Unknown' }]),
    });
    const { characteristics } = await populationOf(file);
    expect(characteristics.children).toEqual([
      { child: 'A1', ethnicity: 'asian', age: '5-9', disability: 'yes' },
    ]);
  });

  it('is about the very children of the population, in their order, and stands in no entry of it', async () => {
    const workbook = generateAnnexA({
      ...{ seed: 11, asAt: '2024-03-31', quirks: quirks.filter((one) => one !== 'send-workbook') },
      cohorts: { childInNeed: 40, childProtection: 20, inCare: 20, careExperienced: 10 },
      teams: [{ name: 'North', workers: ['Ann Ash'] }],
    });
    const { children, characteristics } = await populationOf(await writeWorkbook(workbook));
    expect(characteristics.children.map(({ child }) => child)).toEqual(children.map(({ child }) => child));
    expect(children.flatMap((entry) => Object.keys(entry))).not.toContain('ethnicity');
    expect(new Set(characteristics.children.map(({ ethnicity }) => ethnicity)).size).toBe(6);
    expect(new Set(characteristics.children.map(({ age }) => age)).size).toBeGreaterThan(4);
  });

  it('is not known of disability in a list that does not ask', async () => {
    const file = await workbookOf({
      'List 1': listOf(1, [
        { 'Child Unique ID': 'A1', 'Date of Contact': day('2024-03-01'), Ethnicity: 'BCRB' },
      ]),
    });
    const { characteristics } = await populationOf(file, { of: 'contacts' });
    expect(characteristics.children).toEqual([
      { child: 'A1', ethnicity: 'black', age: '5-9', disability: 'not-known' },
    ]);
  });
});
