import { describe, expect, it } from '@jest/globals';
import { generateAnnexA } from '../synthetic/generate-annex-a.js';
import { columnsOf } from '../template/template.js';
import { writeMergedCsv, writeZippedCsv } from '../synthetic/write-csv.js';
import { writeWorkbook } from '../synthetic/write-workbook.js';
import {
  asAt,
  cohortsOf,
  headingXml,
  listOf,
  populationOf,
  workbookOf,
  workbookParts,
  zipOf,
} from '../testing.js';

const teams = [{ name: 'North, and Moor', workers: ['Zo\u00eb "Zed" Ash'] }];
const cohorts = { childInNeed: 6, childProtection: 4, inCare: 5, careExperienced: 3, closed: 3 };
const synthetic = generateAnnexA({ seed: 3, asAt, cohorts, teams });

describe('The same lists are the same population in every format', () => {
  it('as a workbook, a zip of csv, and one merged csv', async () => {
    const workbook = await populationOf(await writeWorkbook(synthetic));
    const zipped = await populationOf(await writeZippedCsv(synthetic), { fileName: 'lists.zip' });
    const merged = await populationOf(writeMergedCsv(synthetic), { fileName: 'lists.csv' });
    expect(workbook.children).toEqual(synthetic.expected.children);
    expect(zipped.children).toEqual(workbook.children);
    expect(merged.children).toEqual(workbook.children);
    expect([workbook, zipped, merged].map(({ report }) => report.format)).toEqual([
      'workbook',
      'csv-per-list',
      'merged-csv',
    ]);
    expect(zipped.report.totals).toEqual(workbook.report.totals);
    expect(merged.report.totals).toEqual(workbook.report.totals);
  });

  it('in the date system of 1904, as dates and as bare serials', async () => {
    const rows = [
      { 'Child Unique ID': '1', 'Child Protection Plan End Date': new Date('2024-03-31T00:00:00Z') },
      { 'Child Unique ID': '2', 'Child Protection Plan End Date': new Date('2024-04-01T00:00:00Z') },
      { 'Child Unique ID': '3', 'Child Protection Plan End Date': 45382 - 1462 },
      { 'Child Unique ID': '4', 'Child Protection Plan End Date': 45383 - 1462 },
    ];
    const file = await workbookOf({ List_7: listOf(7, rows) }, { dates1904: true });
    const population = await populationOf(file);
    expect(cohortsOf(population)).toEqual(['2: child-protection', '4: child-protection']);
    expect(population.report.warnings.map(({ code }) => code)).toEqual([
      'closes-after-as-at',
      'closes-after-as-at',
    ]);
  });
});

describe('A csv', () => {
  const heading = columnsOf(9)
    .map(({ heading: one }) => `"${one}"`)
    .join(',');
  const line = (id: string, worker: string): string =>
    `${id},b) Female,a) WBRI,05/05/2005,18,b) No,b) No,"Care, and after",${worker},,a) Relevant child,,a) Yes,,,,`;
  const text = `${heading}\r\n${line('1', 'Zo\u00eb Ash')}\r\n\r\n"2\n",${line('', '').slice(1)}\r\n${line('="003"', 'Ann')}\r\n`;
  const read = (bytes: Uint8Array): ReturnType<typeof populationOf> =>
    populationOf(bytes, { fileName: 'List_9.csv' });

  it('is read in UTF-8 with and without a byte order mark, and in Windows-1252', async () => {
    const plain = new TextEncoder().encode(text);
    for (const bytes of [plain, Buffer.from(`\ufeff${text}`), Buffer.from(text, 'latin1')]) {
      const population = await read(bytes);
      expect(population.children.map(({ child }) => child)).toEqual(['003', '1', '2']);
      expect(population.children[1]).toMatchObject({
        team: 'Care, and after',
        workerAsWritten: 'Zo\u00eb Ash',
      });
    }
  });

  it('counts rows as Excel shows them, past an empty line and a line break within quotes', async () => {
    const { report } = await read(new TextEncoder().encode(`${text}${line('', 'Ben')}`));
    expect(report.excluded).toMatchObject([{ row: 6, code: 'no-child-id' }]);
    expect(report.lists[0]).toMatchObject({ sheet: 'List_9', rowsRead: 4 });
  });

  it('in a merged file: rows whose list is unknown are excluded and counted', async () => {
    const merged = `list,${heading}\n9,${line('1', 'Ann')}\nCare leavers,${line('2', 'Ann')}\nlist_12,${line('3', 'Ann')}\n,${line('4', 'Ann')}\n`;
    const population = await populationOf(new TextEncoder().encode(merged), { fileName: 'all.csv' });
    expect(population.children.map(({ child }) => child)).toEqual(['1', '2']);
    expect(population.report.excluded).toMatchObject([{ list: null, rows: 2, code: 'list-unknown' }]);
    expect(population.report.totals).toMatchObject({ rowsRead: 4, rowsUsed: 2, rowsExcluded: 2 });
    expect(population.report.lists[0]?.unmatchedHeadings).toEqual([]);
  });

  it('in a zip: folders and the droppings of a Mac are passed over, other files are named', async () => {
    const file = await zipOf({
      'out/List_9.csv': text,
      '__MACOSX/out/._List_9.csv': 'x',
      'out/readme.txt': 'hello',
    });
    const { children, report } = await populationOf(file);
    expect(children).toHaveLength(3);
    expect(report.ignoredParts).toEqual([{ part: 'out/readme.txt', what: 'not a list' }]);
  });
});

describe('A workbook that another program wrote', () => {
  it('has prefixed names, rich text, phonetic text, escaped characters, and cells and rows without a reference', async () => {
    const parts = workbookParts(
      headingXml(7) +
        '<row><c t="s"><v>0</v></c></row>' +
        '<row><c t="str"><f>A1</f><v>B_x005F_2</v></c><c/><c t="b"><v>1</v></c></row>' +
        '<row r="9"><c r="A9" t="inlineStr"><is><r><t>C</t></r><r><t>3</t></r></is></c></row>',
    );
    const shared =
      '<x:sst xmlns:x="urn:x"><x:si><x:r><x:t>A</x:t></x:r><x:r><x:t xml:space="preserve">1</x:t></x:r><x:rPh sb="0" eb="1"><x:t>no</x:t></x:rPh></x:si></x:sst>';
    const { children, report } = await populationOf(
      await zipOf({ ...parts, 'xl/sharedStrings.xml': shared }),
    );
    expect(children.map(({ child }) => child)).toEqual(['A1', 'B_2', 'C3']);
    expect(report.warnings.filter(({ code }) => code === 'team-missing').map(({ row }) => row)).toEqual([
      2, 3, 9,
    ]);
  });

  it('knows a date by its style, built in or its own, and a number by its lack of one', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-809]dd&quot; of &quot;mmmm\\ yyyy;@"/><numFmt numFmtId="171" formatCode="&quot;day&quot; 0"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const row = (number: number, style: number): string =>
      `<row r="${number}"><c r="A${number}" s="${style}"><v>43831.75</v></c></row>`;
    const parts = workbookParts(headingXml(7) + [0, 1, 2, 3].map((style) => row(style + 2, style)).join(''));
    const { children } = await populationOf(await zipOf({ ...parts, 'xl/styles.xml': styles }));
    expect(children.map(({ child }) => child)).toEqual(['2020-01-01', '43831.75']);
  });
});
