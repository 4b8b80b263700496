import { describe, expect, it } from '@jest/globals';
import { columnsOf } from './template/template.js';
import {
  cohortsOf,
  listOf,
  populationOf,
  refusalOf,
  warningsOf,
  workbookOf,
  zipOf,
  type Cells,
} from './testing.js';

const inNeed: Cells = { 'Case Status': 'c) Child in need plan' };
const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

describe('What real Annex A files get wrong', () => {
  it('quirk 1: finds the heading row below a title and among sheets that are no lists', async () => {
    const [headings = [], ...rows] = listOf(6, [{ 'Child Unique ID': 'A1', ...inNeed }]);
    const file = await workbookOf({
      Front_Sheet: [['Child-level data']],
      Guidance: [['Fill in every list'], ['Child Unique ID: the identifier of the child']],
      List_6: [['List 6: Children in Need'], headings, ...rows],
      List_7: listOf(7, [{ 'Child Unique ID': 'B1' }]),
    });
    const population = await populationOf(file);
    expect(cohortsOf(population)).toEqual(['A1: child-in-need', 'B1: child-protection']);
    expect(population.report.lists.map(({ sheet, headingRow }) => [sheet, headingRow])).toEqual([
      ['List_6', 2],
      ['List_7', 1],
    ]);
    expect(population.report.otherSheets.map(({ sheet }) => sheet)).toEqual(['Front_Sheet', 'Guidance']);
  });

  it('quirk 1: takes a heading row in the fifth row, and none in the sixth', async () => {
    const sheet = listOf(6, [{ 'Child Unique ID': 'A1', ...inNeed }]);
    const above = [['Title'], ['As at March'], [null], ['Draft']];
    expect(
      (await populationOf(await workbookOf({ List_6: [...above, ...sheet] }))).report.lists[0]?.headingRow,
    ).toBe(5);
    const tooLow = await workbookOf({ List_6: [['One more'], ...above, ...sheet] });
    expect((await refusalOf(tooLow)).code).toBe('headings-not-found');
  });

  it('quirk 1: needs sixty in a hundred of the known headings', async () => {
    const headings = columnsOf(6).map(({ heading }) => heading);
    const keep = (count: number, own: number[]): string[] =>
      headings.map((heading, at) => (at < count || own.includes(at) ? heading : `Local ${at}`));
    // Of fourteen: nine are 64 %, eight are 57 %. Columns 9 and 11 are the closure date and the status.
    const nine = [keep(7, [9, 11]), ['A1', ...Array<null>(13).fill(null)]];
    const eight = [keep(6, [9, 11]), ['A1', ...Array<null>(13).fill(null)]];
    expect((await populationOf(await workbookOf({ List_6: nine }))).children).toHaveLength(1);
    expect((await refusalOf(await workbookOf({ List_6: eight }))).code).toBe('headings-not-found');
  });

  it('quirk 2: reads List_1 and List 1 in one workbook, and recognises a sheet by its headings', async () => {
    const file = await workbookOf({
      List_1: listOf(1, [{ 'Child Unique ID': 'X' }]),
      'List 6': listOf(6, [{ 'Child Unique ID': 'A1', ...inNeed }]),
      'CP children': listOf(7, [{ 'Child Unique ID': 'B1' }]),
      Leavers: listOf(9, [{ 'Child Unique ID': 'D1' }]),
    });
    const population = await populationOf(file);
    expect(population.report.lists.map(({ list, sheet }) => [list, sheet])).toEqual([
      [1, 'List_1'],
      [6, 'List 6'],
      [7, 'CP children'],
      [9, 'Leavers'],
    ]);
    expect(cohortsOf(population)).toEqual([
      'A1: child-in-need',
      'B1: child-protection',
      'D1: care-experienced',
    ]);
  });

  it('quirk 3: knows worn and older headings, shows the unknown ones, and follows a decision about them', async () => {
    const worn: Record<string, string> = {
      'Child Unique ID': ' CHILD  unique id ',
      'Age of Child (Years)': 'Age',
      "Child's Category of Need": 'Child\u2019s Category of Need\u00a0',
      'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)':
        'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))',
      'Date Ceased to be Looked After': 'Left care on',
      'Allocated Team': 'Locality',
    };
    const [, ...rows] = listOf(8, [{ 'Child Unique ID': 'C1', 'Allocated Team': 'Moor' }]);
    const headings = columnsOf(8).map(({ heading }) => worn[heading] ?? heading);
    const file = await workbookOf({ List_8: [headings, ...rows] });

    const refusal = await refusalOf(file);
    expect(refusal.code).toBe('essential-heading-missing');
    expect(refusal.message).toContain('"Date Ceased to be Looked After"');
    expect(refusal.message).toContain('"Left care on"');

    const decided = { 'left care on': 'Date Ceased to be Looked After' };
    const population = await populationOf(file, { headings: decided });
    expect(population.report.lists[0]?.unmatchedHeadings).toEqual(['Locality']);
    expect(population.report.lists[0]?.missingHeadings).toEqual(['Allocated Team']);
    expect(population.children[0]?.team).toBeNull();
    const both = await populationOf(file, { headings: { ...decided, Locality: 'Allocated Team' } });
    expect(both.children[0]?.team).toBe('Moor');
    expect((await refusalOf(file, { headings: { Locality: 'Patch' } })).code).toBe(
      'heading-decision-unknown',
    );
  });

  it('quirk 3: knows the older wordings of list 5', async () => {
    const [headings = [], ...rows] = listOf(5, [{ 'Child Unique ID': 'X' }]);
    const older = headings.with(6, 'Section 47 Enquiry Start Date');
    const file = await workbookOf({
      List_5: [older.with(7, 'Initial Child Protection Conference Not Required'), ...rows],
      List_6: listOf(6, []),
    });
    const [list5] = (await populationOf(file)).report.lists;
    expect(list5).toMatchObject({ list: 5, unmatchedHeadings: [], missingHeadings: [], rowsExcluded: 1 });
  });

  it('quirk 4: takes the token after the bracket and never the letter', async () => {
    const file = await workbookOf({
      List_6: listOf(6, [
        { 'Child Unique ID': '1', 'Case Status': 'a) Child in need plan', Ethnicity: 's) NOBT' },
        { 'Child Unique ID': '2', 'Case Status': 'c) Child Protection plan', Ethnicity: 't) NOBT' },
        { 'Child Unique ID': '3', 'Case Status': 'e) Open assessment', Ethnicity: 's) REFU' },
      ]),
    });
    const population = await populationOf(file);
    expect(cohortsOf(population)).toEqual(['1: child-in-need', '2: child-protection', '3: assessment']);
    expect(warningsOf(population)).toEqual([]);
  });

  it('quirk 5: reads codes without letter and with other separators; warns of local codes and drops nobody', async () => {
    const file = await workbookOf({
      List_6: listOf(6, [
        { 'Child Unique ID': '1', 'Case Status': 'Child in need plan', Gender: 'Female' },
        { 'Child Unique ID': '2', 'Case Status': 'Locality hub', Gender: 'Female' },
        { 'Child Unique ID': '3', 'Case Status': null, Ethnicity: 'LOCAL9' },
        { 'Child Unique ID': '4', 'Case Status': 'CIN', Ethnicity: 'LOCAL8' },
      ]),
      List_8: listOf(8, [
        { 'Child Unique ID': '5', 'Placement Provider': 'e) PR4 - Private provision' },
        { 'Child Unique ID': '6', 'Placement Provider': 'PR4: Private provision' },
        { 'Child Unique ID': '7', 'Placement Provider': 'PR4' },
      ]),
    });
    const population = await populationOf(file);
    expect(population.report.cohorts).toMatchObject({ 'child-in-need': 4, 'in-care': 3 });
    expect(warningsOf(population)).toEqual(['status-unknown@3', 'status-unknown@4', 'code-unknown@4']);
    expect(population.report.warnings[2]).toMatchObject({ heading: 'Ethnicity', rows: 2, child: null });
  });

  it('quirk 6: reads debris as nothing, and cleans non-breaking spaces from the names of workers', async () => {
    const file = await workbookOf({
      List_8: listOf(8, [
        {
          'Child Unique ID': '1',
          'Date Ceased to be Looked After': '#N/A',
          'Allocated Worker': 'Ann\u00a0 Ash\u00a0',
        },
        { 'Child Unique ID': '2', 'Date Ceased to be Looked After': '-', 'Allocated Worker': 'N/A' },
        { 'Child Unique ID': '3', 'Date Ceased to be Looked After': '\u00a0', 'Allocated Team': '' },
        { 'Child Unique ID': '#N/A' },
      ]),
    });
    const population = await populationOf(file);
    expect(population.children.map(({ team, workerAsWritten }) => [team, workerAsWritten])).toEqual([
      ['North', 'Ann Ash'],
      ['North', null],
      [null, 'Ann Ash'],
    ]);
    expect(population.workersAsWritten).toEqual([{ name: 'Ann Ash', children: 2 }]);
    expect(warningsOf(population)).toEqual(['worker-missing@3', 'team-missing@4']);
    expect(population.report.excluded).toMatchObject([{ list: 8, row: 5, code: 'no-child-id', child: null }]);
  });

  it('quirk 7: an age of -1 is unborn, and makes a blank or future date of birth right', async () => {
    const seen = { 'Date Child Was Last Seen': day('2024-03-01') };
    const file = await workbookOf({
      List_6: listOf(6, [
        { 'Child Unique ID': '1', ...inNeed, 'Age of Child (Years)': -1, 'Date of Birth': null },
        {
          'Child Unique ID': '2',
          ...inNeed,
          ...seen,
          'Age of Child (Years)': '-1',
          'Date of Birth': day('2024-06-01'),
        },
        { 'Child Unique ID': '3', ...inNeed, 'Age of Child (Years)': 0, 'Date of Birth': null },
        { 'Child Unique ID': '4', ...inNeed, 'Age of Child (Years)': 3, 'Date of Birth': day('2024-06-01') },
        { 'Child Unique ID': '5', ...inNeed, 'Age of Child (Years)': 7.5 },
        { 'Child Unique ID': '6', ...inNeed, 'Age of Child (Years)': 'seven' },
      ]),
    });
    const population = await populationOf(file);
    expect(population.children).toHaveLength(6);
    expect(warningsOf(population)).toEqual([
      'birth-date-missing@4',
      'birth-date-in-future@5',
      'age-not-whole@6',
      'age-unreadable@7',
    ]);
  });

  it('quirk 8: reads real dates, DD/MM/YYYY, ISO and serials in one column, and keeps events before birth', async () => {
    const closed = [
      day('2024-03-31'),
      '31/03/2024',
      '2024-03-31',
      '2024-03-31 00:00:00',
      45382,
      '45382',
      '45382.5',
    ];
    const open = [day('2024-04-01'), '01/04/2024', '2024-04-01', 45383];
    const rows = [...closed, ...open, '31/02/2024', 'next week', 0].map((end, at) => ({
      'Child Unique ID': String(100 + at),
      'Child Protection Plan End Date': end,
    }));
    const early = { 'Child Unique ID': '200', 'Child Protection Plan Start Date': '01/01/2014' };
    const population = await populationOf(await workbookOf({ List_7: listOf(7, [...rows, early]) }));
    expect(population.report.excluded.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(population.children).toHaveLength(8);
    expect(warningsOf(population)).toEqual([
      ...[9, 10, 11, 12].map((row) => `closes-after-as-at@${row}`),
      'date-unreadable@13',
      'date-unreadable@14',
      'date-before-birth@16',
    ]);
  });

  it('quirk 9: repeated children are silent in lists 1 to 5, and one child with a warning in 6 to 9', async () => {
    const row = { 'Child Unique ID': '1', ...inNeed };
    const file = await workbookOf({
      List_1: listOf(1, [{ 'Child Unique ID': '1' }, { 'Child Unique ID': '1' }]),
      List_6: listOf(6, [row, row, { ...row, 'Allocated Team': 'South' }]),
    });
    const population = await populationOf(file);
    expect(population.children).toEqual([
      { child: '1', cohort: 'child-in-need', team: 'North', workerAsWritten: 'Ann Ash' },
    ]);
    expect(warningsOf(population)).toEqual(['row-repeated-exactly@3', 'child-repeated@4']);
    expect(population.report.lists[1]).toMatchObject({
      rowsRead: 3,
      rowsUsed: 3,
      rowsMerged: 2,
      rowsExcluded: 0,
    });
  });

  it('quirk 10: a child of several lists is one child, in care first, and CLA&CP is in care', async () => {
    const status = (id: string, written: string): Cells => ({
      'Child Unique ID': id,
      'Case Status': written,
    });
    const file = await workbookOf({
      List_6: listOf(6, [
        { ...status('1', 'a) Looked after child'), 'Allocated Team': 'Old team' },
        status('2', 'CLA&CP'),
        status('3', 'b) Child Protection plan'),
        status('4', 'c) Child in need plan'),
        status('5', 'd) Open assessment'),
        status('6', 'e) Closed episode'),
      ]),
      List_7: listOf(7, [{ 'Child Unique ID': '1' }, { 'Child Unique ID': '3' }, { 'Child Unique ID': '7' }]),
      List_8: listOf(8, [{ 'Child Unique ID': '1', 'Allocated Team': 'Care', 'Allocated Worker': null }]),
      List_9: listOf(9, [{ 'Child Unique ID': '4' }, { 'Child Unique ID': '7' }]),
    });
    const population = await populationOf(file);
    expect(cohortsOf(population)).toEqual([
      '1: in-care',
      '2: in-care',
      '3: child-protection',
      '4: care-experienced',
      '5: assessment',
      '7: child-protection',
    ]);
    expect(population.children[0]).toMatchObject({ team: 'Care', workerAsWritten: 'Ann Ash' });
    expect(population.report.totals).toMatchObject({
      rowsRead: 12,
      rowsUsed: 11,
      rowsMerged: 5,
      children: 6,
    });
    expect(population.report.excluded).toMatchObject([
      { list: 6, row: 7, child: '6', code: 'closed-status' },
    ]);
  });

  it('quirk 10: says so when the status names a list on which the child has no open row', async () => {
    const file = await workbookOf({
      List_6: listOf(6, [{ 'Child Unique ID': '1', 'Case Status': 'a) Looked after child' }]),
      List_8: listOf(8, [{ 'Child Unique ID': '1', 'Date Ceased to be Looked After': '01/03/2024' }]),
    });
    const population = await populationOf(file);
    expect(cohortsOf(population)).toEqual(['1: in-care']);
    expect(warningsOf(population)).toEqual(['status-without-list@2']);
  });

  it('quirk 11: cases with a closing date are excluded row by row with the reason', async () => {
    const closedIn = (id: string, heading: string): Cells => ({
      'Child Unique ID': id,
      [heading]: day('2024-01-10'),
    });
    const file = await workbookOf({
      List_6: listOf(6, [
        { ...closedIn('1', 'CIN Closure Date'), 'Case Status': 'e) Closed episode' },
        { ...closedIn('2', 'CIN Closure Date'), ...inNeed },
        { 'Child Unique ID': '3', ...inNeed },
      ]),
      List_7: listOf(7, [closedIn('3', 'Child Protection Plan End Date')]),
      List_8: listOf(8, [closedIn('4', 'Date Ceased to be Looked After')]),
      List_9: listOf(9, [{ 'Child Unique ID': '5', 'LA in Touch': 'c) Died' }, { 'Child Unique ID': '6' }]),
    });
    const population = await populationOf(file);
    expect(cohortsOf(population)).toEqual(['3: child-in-need', '6: care-experienced']);
    expect(population.report.excluded.map(({ list, row, child, code }) => [list, row, child, code])).toEqual([
      [6, 2, '1', 'closed'],
      [6, 3, '2', 'closed'],
      [7, 2, '3', 'closed'],
      [8, 2, '4', 'closed'],
      [9, 2, '5', 'died'],
    ]);
    expect(warningsOf(population)).toEqual(['status-open-but-closed@3']);
    expect(population.report.totals.childrenExcluded).toBe(4);
  });

  it('quirk 12: the worker is the current one of lists 6 to 9, never the one of a referral or assessment', async () => {
    const once = { 'Child Unique ID': '1', 'Allocated Worker': 'Earlier Worker' };
    const file = await workbookOf({
      List_3: listOf(3, [once]),
      List_4: listOf(4, [once]),
      List_6: listOf(6, [{ 'Child Unique ID': '1', ...inNeed, 'Allocated Worker': null }]),
      List_9: listOf(9, [
        { 'Child Unique ID': '2', 'Allocated Worker': '-', 'Allocated Personal Advisor': 'Pat Pine' },
      ]),
    });
    const population = await populationOf(file);
    expect(population.children.map(({ workerAsWritten }) => workerAsWritten)).toEqual([null, 'Pat Pine']);
    expect(warningsOf(population)).toEqual(['worker-missing@2']);
  });

  it('quirk 13: refuses the Annex A of a SEND inspection by name', async () => {
    const learners = [
      ['Child Unique ID', 'UPN', 'ULN', 'Gender', 'Ethnicity', 'Date of Birth', 'Age of Child (Years)'],
      ['1', 'Z1', '2', 'a) Male', 'a) WBRI', '01/01/2015', 9],
    ];
    const refusal = await refusalOf(await workbookOf({ List_1: learners, List_2: learners }));
    expect(refusal.code).toBe('send-workbook');
    expect(refusal.message).toContain('SEND');
  });

  it('quirk 14: 1001, 1001.0 and "1001" are one child; other ids stay as they are', async () => {
    const ids = [1001, '1001.0', ' 1001\u00a0', '001001', 'ab-7', 'AB-7', 12345678901234567168];
    const rows = ids.map((id) => ({ 'Child Unique ID': id, ...inNeed }));
    const population = await populationOf(await workbookOf({ List_6: listOf(6, rows) }));
    expect(population.children.map(({ child }) => child)).toEqual([
      '001001',
      '1001',
      '12345678901234567168',
      'AB-7',
      'ab-7',
    ]);
    expect(warningsOf(population)).toEqual([
      'child-repeated@3',
      'row-repeated-exactly@4',
      'child-id-rounded@8',
    ]);
  });

  it('quirk 15: takes saved values and evaluates nothing; a formula without its value is empty, with a warning', async () => {
    const file = await workbookOf({
      List_6: listOf(6, [
        { 'Child Unique ID': { formula: 'A9&""', result: '77' }, ...inNeed },
        { 'Child Unique ID': '2', ...inNeed, 'Allocated Team': { formula: 'VLOOKUP(A2,B:C,2)' } },
        { 'Child Unique ID': '3', ...inNeed, 'Allocated Worker': "=cmd|' /C calc'!A0" },
        { 'Child Unique ID': { formula: '1+1' }, ...inNeed },
      ]),
    });
    const population = await populationOf(file);
    expect(
      population.children.map(({ child, team, workerAsWritten }) => [child, team, workerAsWritten]),
    ).toEqual([
      ['2', null, 'Ann Ash'],
      ['3', 'North', null],
      ['77', 'North', 'Ann Ash'],
    ]);
    expect(warningsOf(population)).toEqual([
      'formula-without-value@3',
      'formula-without-value@4',
      'formula-without-value@5',
      'team-missing@3',
      'worker-missing@4',
    ]);
    expect(population.report.excluded).toMatchObject([{ row: 5, code: 'no-child-id' }]);
  });

  it('quirk 15: refuses 100 MB of zeros zipped, before or while it inflates', async () => {
    const zeros = new Uint8Array(100 * 1024 * 1024);
    const file = await zipOf({ 'List_6.csv': zeros });
    expect(file.length).toBeLessThan(200_000);
    expect((await refusalOf(file)).code).toBe('too-large');
  });
});
