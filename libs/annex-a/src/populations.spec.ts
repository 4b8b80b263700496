import { describe, expect, it } from '@jest/globals';
import { POPULATIONS, type PopulationOf } from '#audit-cycle';
import { asAt, listOf, populationOf, refusalOf, workbookOf, type Cells } from './testing.js';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** Of each kind of event: its list, the heading of its day, and the cohort that a child of it is in. */
const EVENTS: readonly (readonly [PopulationOf, number, string, string])[] = [
  ['contacts', 1, 'Date of Contact', 'contact'],
  ['early-help', 2, 'Assessment start date', 'early-help'],
  ['referrals', 3, 'Date of referral', 'contact'],
  ['assessments', 4, 'Continuous Assessment Start Date', 'assessment'],
  ['enquiries', 5, 'Strategy discussion initiating Section 47 Enquiry Start Date', 'assessment'],
];

const excluded = (report: Awaited<ReturnType<typeof populationOf>>['report']): readonly string[] =>
  report.excluded.map(({ code, row }) => `${code}@${row}`);

describe.each(EVENTS)('a population of %s', (of, list, heading, cohort) => {
  const on = (child: string, written: Cells[string]): Cells => ({
    'Child Unique ID': child,
    [heading]: written,
  });
  const file = (...rows: readonly Cells[]): Promise<Uint8Array> =>
    workbookOf({ [`List_${list}`]: listOf(list, rows), List_6: listOf(6, [{ 'Child Unique ID': '9' }]) });

  it('holds each child once, in the cohort of the list, and leaves the other lists aside', async () => {
    const { children, report } = await populationOf(
      await file(on('1', day('2024-03-01')), on('2', day('2024-02-01')), on('1', day('2024-01-15'))),
      { of },
    );
    expect(children.map(({ child, cohort: known }) => [child, known])).toEqual([
      ['1', cohort],
      ['2', cohort],
    ]);
    expect(report.totals).toMatchObject({ rowsRead: 4, rowsUsed: 3, rowsMerged: 1, rowsExcluded: 1 });
    expect(report.cohorts).toEqual({ [cohort]: 2 });
    expect(excluded(report)).toEqual(['list-not-asked-for@null']);
  });

  it('leaves out, with the reason, what lies outside the period or on no day', async () => {
    const { children, report } = await populationOf(
      await file(
        ...[on('1', day('2023-10-01')), on('2', day('2023-09-30')), on('3', day('2024-04-01'))],
        ...[on('4', null), on('5', 'last week'), on('6', day(asAt))],
      ),
      { of, since: '2023-10-01' },
    );
    expect(children.map(({ child }) => child)).toEqual(['1', '6']);
    expect(excluded(report).filter((line) => !line.startsWith('list-'))).toEqual([
      ...['before-period@3', 'after-as-at@4', 'day-missing@5', 'day-missing@6'],
    ]);
  });

  it('is refused where the list is missing, and the refusal names it', async () => {
    const other = await workbookOf({ List_6: listOf(6, [{ 'Child Unique ID': '1' }]) });
    expect(await refusalOf(other, { of })).toMatchObject({
      code: 'no-child-list',
      message: expect.stringContaining(`made from: ${list}.`) as unknown,
    });
  });
});

it('of assessments takes team and worker from the last one of a child', async () => {
  const started = (text: string, team: string): Cells => ({
    ...{ 'Child Unique ID': '1', 'Allocated Team': team, 'Allocated Worker': `Worker of ${team}` },
    'Continuous Assessment Start Date': day(text),
  });
  const rows = [
    started('2024-01-05', 'North'),
    started('2024-03-05', 'South'),
    started('2024-02-05', 'East'),
  ];
  const { children } = await populationOf(await workbookOf({ List_4: listOf(4, rows) }), {
    of: 'assessments',
  });
  expect(children).toEqual([
    { child: '1', cohort: 'assessment', team: 'South', workerAsWritten: 'Worker of South' },
  ]);
});

it('of contacts warns of no team and no worker: the list has none', async () => {
  const rows = [{ 'Child Unique ID': '1', 'Date of Contact': day('2024-03-01') }];
  const { report } = await populationOf(await workbookOf({ List_1: listOf(1, rows) }), { of: 'contacts' });
  expect(report.warnings).toEqual([]);
});

describe('a population of closures', () => {
  const closed = (child: string, list: number, written: Cells[string]): Cells => ({
    'Child Unique ID': child,
    [list === 6
      ? 'CIN Closure Date'
      : list === 7
        ? 'Child Protection Plan End Date'
        : 'Date Ceased to be Looked After']: written,
  });

  it('holds the children whose case closed in the period, and says of the others why not', async () => {
    const workbook = await workbookOf({
      List_6: listOf(6, [
        { ...closed('1', 6, day('2024-03-01')), 'Case Status': 'e) Closed episode' },
        { ...closed('2', 6, day('2023-09-30')), 'Case Status': 'e) Closed episode' },
        { ...closed('3', 6, null), 'Case Status': 'c) Child in need plan' },
      ]),
      List_7: listOf(7, [closed('4', 7, day('2024-02-01'))]),
      List_8: listOf(8, [closed('5', 8, day(asAt)), closed('6', 8, day('2024-04-01'))]),
    });
    const { children, report } = await populationOf(workbook, { of: 'closures', since: '2023-10-01' });
    expect(children.map(({ child, cohort }) => [child, cohort])).toEqual([
      ['1', 'child-in-need'],
      ['4', 'child-protection'],
      ['5', 'in-care'],
    ]);
    expect(excluded(report)).toEqual(['before-period@3', 'still-open@4', 'still-open@3']);
    expect(report.cohorts).toEqual({ 'in-care': 1, 'child-protection': 1, 'child-in-need': 1 });
  });
});

it('a population is made of open cases unless something else is asked for', async () => {
  const rows = [{ 'Child Unique ID': '1', 'Case Status': 'c) Child in need plan' }];
  const file = await workbookOf({ List_6: listOf(6, rows) });
  expect((await populationOf(file)).children).toEqual(
    (await populationOf(file, { of: POPULATIONS[0] })).children,
  );
  expect((await populationOf(file)).children).toHaveLength(1);
});
