import { describe, expect, it } from '@jest/globals';
import { workbookOf, workbookParts, zipOf } from '#annex-a/testing';
import { csvOf, linesOf, refusalOf, scorecardOf } from './testing.js';

const HEADINGS = ['Section', 'Ref', 'Measure', 'Period', 'Numerator', 'Denominator', 'Current'];
const table = (...rows: readonly (readonly (string | number)[])[]): Uint8Array => csvOf(HEADINGS, ...rows);
const excludedIn = async (...row: readonly (string | number)[]): Promise<readonly string[]> =>
  linesOf(await scorecardOf(table(row))).excluded;

describe('Headings', () => {
  it('are found below a title, split over lines, with BOM and CRLF', async () => {
    const text = [
      '\ufeffScorecard of March',
      '',
      'Section,Measure,Period,"Previous\nyear","Current\r\nfigure","Oct-22",2022 Nov',
      'Visits,"% seen\nin time",Snapshot,80%,84.0%,85.1%,83.0%',
    ].join('\r\n');
    const scorecard = await scorecardOf(new Uint8Array(Buffer.from(text)));
    expect(scorecard.report.tables[0]?.headingRows).toEqual([3]);
    expect(scorecard.rows).toMatchObject([
      {
        ...{ row: 4, title: '% seen in time', current: '84.0%', previousYear: '80%' },
        months: [
          { month: '2022-10', printed: '85.1%' },
          { month: '2022-11', printed: '83.0%' },
        ],
      },
    ]);
  });

  it('are found in two rows: merged above, split, or in one of them alone', async () => {
    const scorecard = await scorecardOf(
      csvOf(
        ['', '', '', 'Previous', 'Target', '', '2022', '', ''],
        ['Section', 'Measure', 'Period', 'year', 'Min', 'Upper', 'Oct', 'Nov', 'Current'],
        ['Visits', '% seen', 'Snapshot', '80%', '85%', '90%', '85.1%', '83.0%', '84.0%'],
      ),
    );
    expect(scorecard.report.tables[0]).toMatchObject({ headingRows: [1, 2], unmatchedHeadings: [] });
    expect(scorecard.rows).toMatchObject([
      {
        ...{
          row: 3,
          previousYear: '80%',
          targets: { minimum: '85%', upper: '90%' },
          polarity: 'higher-is-better',
        },
        months: [{ month: '2022-10' }, { month: '2022-11' }],
      },
    ]);
  });

  it('that are not known are listed, and read once a person has said what they mean', async () => {
    const file = csvOf(
      ['Measure', 'Period', 'Outturn Q4', 'Comment'],
      ['% seen', 'Snapshot', '84.0%', 'good'],
    );
    expect((await refusalOf(file)).code).toBe('headings-not-found');
    const scorecard = await scorecardOf(file, { headings: { 'outturn  q4': 'current' } });
    expect(scorecard.rows).toMatchObject([{ section: 'scorecard', current: '84.0%' }]);
    expect(scorecard.report.tables[0]?.unmatchedHeadings).toEqual(['Comment']);
    expect((await refusalOf(file, { headings: { comment: 'the best' } })).code).toBe(
      'heading-decision-unknown',
    );
  });

  it('that stand twice, and a table that is not of the day, are refused with the columns and years', async () => {
    const twice = await refusalOf(csvOf(['Measure', 'Current', 'Latest'], ['a', '1', '2']));
    expect(twice).toMatchObject({ code: 'heading-twice', message: expect.stringContaining('B and C') });
    const late = csvOf(['Measure', 'Period', 'Current', 'Apr 23'], ['a', 'YTD', '1', '2']);
    expect(await refusalOf(late)).toMatchObject({
      code: 'table-after-day',
      message: expect.stringContaining('2023-04'),
    });
    const other = csvOf(['Measure', 'Period', '2020/21'], ['a', 'YTD', '1']);
    expect(await refusalOf(other)).toMatchObject({
      code: 'day-not-in-table',
      message: expect.stringContaining('2020-21'),
    });
    expect((await refusalOf(table(), { on: '2023-02-30' })).code).toBe('not-a-date');
  });
});

describe('Rows', () => {
  it('take the section above them; section headings, repeated headings and repeated rows are accounted for', async () => {
    const scorecard = await scorecardOf(
      table(
        ['Visits', '', '', '', '', '', ''],
        ['', '1.1', '% seen', 'Snapshot', '', '', '84.0%'],
        HEADINGS,
        ['', '1.1', '% seen', 'Snapshot', '', '', '84.0%'],
        ['Reviews', '1.2', '% reviewed', 'YTD', '', '', '96.6%'],
        ['', '1.3', '% late', 'Rolling Year', '', '', '3.4%'],
      ),
    );
    expect(scorecard.rows.map(({ ref, section }) => [ref, section])).toEqual([
      ['1.1', 'Visits'],
      ['1.2', 'Reviews'],
      ['1.3', 'Reviews'],
    ]);
    expect(linesOf(scorecard).excluded).toEqual([
      'section-heading@A2',
      'heading-repeated@4',
      'row-repeated-exactly@5',
    ]);
    expect(scorecard.report.reconciliation).toBe('6 rows read = 3 used + 3 excluded.');
  });

  it('below a lone measure are of its section only where the table has no column of sections', async () => {
    const alone = csvOf(['Measure', 'Period', 'Current'], ['Visits', '', ''], ['% seen', 'YTD', '8%']);
    expect((await scorecardOf(alone)).rows[0]?.section).toBe('Visits');
    const among = await scorecardOf(
      table(
        ['A', '', '% a', 'YTD', '', '', '8%'],
        ['', '', '% to come', '', '', '', ''],
        ['', '', '% b', 'YTD', '', '', '9%'],
      ),
    );
    expect(linesOf(among).excluded).toEqual(['figure-missing@3']);
    expect(among.rows.map(({ section }) => section)).toEqual(['A', 'A']);
  });

  it('of one number, or without numbers of one title, are all left out', async () => {
    const scorecard = await scorecardOf(
      table(
        ['A', '2.1', '% seen', 'YTD', '', '', '84.0%'],
        ['A', '2.1', '% reviewed', 'YTD', '', '', '85.0%'],
        ['A', '', 'Children', 'Snapshot', '', '', 12],
        ['B', '', 'children', 'Snapshot', '', '', 13],
        ['B', '2.2', '% here', 'YTD', '', '', '1.0%'],
      ),
    );
    expect(scorecard.rows.map(({ ref }) => ref)).toEqual(['2.2']);
    expect(linesOf(scorecard).excluded.sort()).toEqual([
      ...['ref-repeated@2', 'ref-repeated@3', 'ref-repeated@4', 'ref-repeated@5'],
    ]);
  });

  it.each([
    ['denominator zero', ['A', '1', '% seen', 'YTD', 0, 0, '0%'], 'denominator-zero@F2'],
    ['a numerator above it', ['A', '1', '% seen', 'YTD', 12, 10, '99%'], 'numerator-above-denominator@E2'],
    ['half a child', ['A', '1', '% seen', 'YTD', 8.5, 10, '85%'], 'not-a-whole-number@E2'],
    ['more than all', ['A', '1', '% seen', 'YTD', '', '', '101%'], 'above-hundred@G2'],
    ['a word for a figure', ['A', '1', '% seen', 'YTD', '', '', 'to follow'], 'not-a-figure@G2'],
    ['a figure below zero', ['A', '1', 'Moves', 'YTD', '', '', '-3'], 'not-a-figure@G2'],
    ['one that may be a share', ['A', '1', '% seen', 'YTD', '', '', '1'], 'percent-ambiguous@G2'],
    ['no figure', ['A', '1', '% seen', 'YTD', '', '', 'n/a'], 'figure-missing@2'],
    ['no measure', ['A', '1', '', 'YTD', '', '', '84%'], 'measure-missing@C2'],
    ['a page for a measure', ['A', '1', `% ${'a'.repeat(300)}`, 'YTD', '', '', '8%'], 'text-too-long@C2'],
    ['no basis', ['A', '1', '% seen', '', '', '', '84%'], 'basis-missing@D2'],
    ['a basis of their own', ['A', '1', '% seen', 'Now and then', '', '', '84%'], 'basis-unknown@D2'],
  ])('with %s are left out, with row and column', async (_, row, line) => {
    expect(await excludedIn(...row)).toEqual([line]);
  });

  it('say each way the better one is, and must not contradict themselves', async () => {
    const headings = ['Measure', 'Period', 'Current', 'Min target', 'Upper target', 'Lower is better'];
    const row = (title: string, least: string, best: string, lower: string): readonly string[] => [
      title,
      'YTD',
      '8%',
      least,
      best,
      lower,
    ];
    const rows = [
      row('% a', '10%', '5%', 'yes'),
      row('% b (lower is better)', '', '', ''),
      row('% c', '10%', '5%', ''),
      row('% d', '', '', 'no'),
      row('% e', '', '', ''),
    ];
    const { rows: read } = await scorecardOf(csvOf(headings, ...rows));
    expect(read.map(({ polarity }) => polarity)).toEqual([
      ...['lower-is-better', 'lower-is-better', 'lower-is-better', 'higher-is-better', 'none'],
    ]);
    const faulty = [
      row('% f', '10%', '5%', 'no'),
      row('% g (lower is better)', '', '', 'no'),
      row('% h', '10%', '10%', ''),
      row('% i', '', '', 'perhaps'),
    ];
    expect(linesOf(await scorecardOf(csvOf(headings, ...faulty))).excluded).toEqual([
      ...[
        'targets-contradict-polarity@2',
        'polarity-contradicts@3',
        'polarity-missing@4',
        'polarity-unknown@F5',
      ],
    ]);
  });
});

describe('Figures', () => {
  it('have thousands apart, lose an empty numerator, and are told where they are not what they come to', async () => {
    const scorecard = await scorecardOf(
      table(
        ['A', '1', '% seen', 'YTD', '"15,595"', '"15,860.0"', '98.3%'],
        ['A', '2', '% here', 'YTD', '', 10, '84%'],
        ['A', '3', '% gone', 'YTD', 1, 4, '30%'],
      ),
    );
    expect(scorecard.rows.map(({ fraction }) => fraction)).toEqual([
      { numerator: 15_595, denominator: 15_860 },
      null,
      { numerator: 1, denominator: 4 },
    ]);
    expect(linesOf(scorecard).warnings).toEqual(['fraction-incomplete@F3', 'printed-differs@G4']);
  });

  it('that are shares of one are read as percentages, where that is sure', async () => {
    const headings = ['Measure', 'Period', 'Numerator', 'Denominator', 'Current', 'Previous year'];
    const scorecard = await scorecardOf(
      csvOf(
        headings,
        ['% a', 'YTD', '', '', 0.895, 1],
        ['% b', 'YTD', 9, 1000, 0.9, ''],
        ['% c', 'YTD', 9, 10, 0.9, '88%'],
      ),
    );
    expect(scorecard.rows.map(({ current, previousYear }) => [current, previousYear])).toEqual([
      ['89.5%', '100%'],
      ['0.9', null],
      ['90%', '88%'],
    ]);
    expect(linesOf(scorecard).warnings.filter((one) => one.startsWith('fraction'))).toEqual([
      ...['fraction-read-as-percent@2', 'fraction-read-as-percent@4'],
    ]);
  });

  it('of a month that cannot be read are left out, and the row is used', async () => {
    const scorecard = await scorecardOf(
      csvOf(['Measure', 'Period', 'Current', 'Feb 23', 'Mar 23'], ['% a', 'Snapshot', '84%', '<5', '83%']),
    );
    expect(scorecard.rows).toMatchObject([{ months: [{ month: '2023-03' }] }]);
    expect(linesOf(scorecard).warnings).toEqual(['figure-unreadable@D2', 'current-differs-from-month@E2']);
  });
});

describe('A workbook', () => {
  it('gives shares that it shows as percentages, dates as months, and the saved values of formulas', async () => {
    const days = new Date('2023-02-01T00:00:00Z');
    const book = await workbookOf({
      Notes: [['Read me']],
      Scorecard: [
        ['Measure', 'Period', 'Current', 'Numerator', 'Denominator', days],
        ['% a', 'YTD', { formula: 'D2/E2', result: 0.84 }, 84, 100, 0.8],
        ['% b', 'YTD', { formula: 'D3/E3' }, 9, 10, 0.9],
        ['% c', 'YTD', '#DIV/0!', '', '', '#N/A'],
      ],
    });
    const scorecard = await scorecardOf(book, { fileName: 'scorecard.xlsx' });
    expect(scorecard.rows.map(({ current, months }) => [current, months[0]])).toEqual([
      ['84%', { month: '2023-02', printed: '80%' }],
      [null, { month: '2023-02', printed: '90%' }],
    ]);
    const { excluded, warnings } = linesOf(scorecard);
    expect(excluded).toEqual(['figure-missing@4']);
    expect(warnings).toEqual(expect.arrayContaining(['formula-without-value@C3', 'formula-error@C4']));
    expect(scorecard.report).toMatchObject({ format: 'workbook', otherSheets: ['Notes'] });
  });

  it('keeps what a percentage format hides', async () => {
    const parts = workbookParts(
      '<row r="1"><c t="inlineStr"><is><t>Measure</t></is></c><c t="inlineStr"><is><t>Period</t></is></c><c t="inlineStr"><is><t>Current</t></is></c></row>' +
        '<row r="2"><c t="inlineStr"><is><t>Seen</t></is></c><c t="inlineStr"><is><t>YTD</t></is></c><c s="1"><v>0.895</v></c></row>',
    );
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>';
    const book = await zipOf({ ...parts, 'xl/styles.xml': styles });
    const { rows } = await scorecardOf(book, { fileName: 'scorecard.xlsx' });
    expect(rows).toMatchObject([{ unit: 'percent', current: '89.5%', decimals: 1 }]);
  });

  it('is read with every limit, and so is text', async () => {
    const many = table(...Array.from({ length: 5001 }, (_, n) => ['A', n, `% ${n}`, 'YTD', '', '', '8%']));
    expect((await refusalOf(many)).code).toBe('too-many-rows');
    const zipped = await zipOf({ 'a.csv': 'Measure,Current' });
    expect((await refusalOf(zipped, { fileName: 'a.zip' })).code).toBe('not-a-workbook');
    expect((await refusalOf(new Uint8Array(11 * 1024 * 1024).fill(65))).code).toBe('too-large');
    expect((await refusalOf(new Uint8Array())).code).toBe('file-empty');
  });
});
