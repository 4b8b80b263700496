import { describe, expect, it } from '@jest/globals';
import { limits } from '#spreadsheet';
import { readAnnexA } from './read-annex-a.js';
import { columnsOf } from './template/template.js';
import { headingXml, listOf, populationOf, refusalOf, workbookOf, workbookParts, zipOf } from './testing.js';

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const list6 = listOf(6, [{ 'Child Unique ID': '1', 'Case Status': 'c) Child in need plan' }]);
const csv = `${columnsOf(6)
  .map(({ heading }) => heading)
  .join(',')}\n1,b) Female,a) WBRI,05/05/2015,8,b) No,,,,,,c) Child in need plan,North,Ann Ash`;

describe('A file that cannot be trusted is refused whole, and says what to do', () => {
  it('when there is nothing in it', async () => {
    expect((await refusalOf(new Uint8Array())).code).toBe('file-empty');
  });

  it('when it is something else, whatever its name', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.7 and so on');
    const web = new TextEncoder().encode('<html><table><tr><td>Child Unique ID</td></tr></table></html>');
    for (const file of [pdf, web, new Uint8Array([0, 1, 2, 3])]) {
      expect((await refusalOf(file)).code).toBe('not-a-workbook');
    }
    expect((await refusalOf(new Uint8Array([65, 0, 66]), { fileName: 'List_6.csv' })).code).toBe(
      'not-a-workbook',
    );
    expect((await refusalOf(await zipOf({ 'word/document.xml': '<w/>' }))).code).toBe('not-a-workbook');
  });

  it('when it is cut off, or its checksum is wrong', async () => {
    const file = await workbookOf({ List_6: list6 });
    expect((await refusalOf(file.slice(0, file.length - 100))).code).toBe('workbook-damaged');
    const plain = Buffer.from(await zipOf({ 'List_6.csv': csv }));
    const central = plain.indexOf('PK\u0001\u0002', 0, 'latin1');
    plain.writeUInt32LE((plain.readUInt32LE(central + 16) ^ 1) >>> 0, central + 16);
    expect((await refusalOf(plain)).code).toBe('workbook-damaged');
  });

  it('when it is encrypted, or an old .xls', async () => {
    const encrypted = Buffer.concat([ole, Buffer.alloc(1000), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect((await refusalOf(encrypted)).code).toBe('encrypted-workbook');
    const old = await refusalOf(Buffer.concat([ole, Buffer.alloc(1000)]));
    expect(old.code).toBe('old-excel-workbook');
    expect(old.message).toContain('.xlsx');
  });

  it('when a zip is encrypted', async () => {
    const zip = Buffer.from(await zipOf({ 'List_6.csv': csv }));
    const central = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
    zip.writeUInt16LE(zip.readUInt16LE(central + 8) | 1, central + 8);
    expect((await refusalOf(zip)).code).toBe('encrypted-workbook');
  });

  it('when it is an OpenDocument or a binary workbook', async () => {
    const ods = await zipOf({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': '<a/>',
    });
    expect((await refusalOf(ods)).code).toBe('open-document-workbook');
    expect((await refusalOf(await zipOf({ 'xl/workbook.bin': 'x' }))).code).toBe('binary-workbook');
  });

  it('when none of lists 6 to 9 is in it', async () => {
    const file = await workbookOf({ List_1: listOf(1, [{ 'Child Unique ID': '1' }]), Notes: [['Hello']] });
    expect((await refusalOf(file)).code).toBe('no-child-list');
    expect((await refusalOf(await workbookOf({ Empty: [] }))).code).toBe('no-child-list');
  });

  it('when the same list is in it twice, even under another name', async () => {
    const refusal = await refusalOf(await workbookOf({ List_6: list6, 'List 6 (2)': list6 }));
    expect(refusal).toMatchObject({ code: 'list-twice' });
    expect(refusal.message).toContain('"List 6 (2)"');
    expect((await refusalOf(await workbookOf({ List_6: list6, Copy: list6 }))).code).toBe('list-twice');
  });

  it('when a sheet named after one of lists 6 to 9 does not have its headings', async () => {
    const file = await workbookOf({
      List_6: list6,
      List_8: [
        ['Name', 'Placement'],
        ['1', 'x'],
      ],
    });
    const refusal = await refusalOf(file);
    expect(refusal.code).toBe('headings-not-found');
    expect(refusal.message).toContain('"List_8"');
  });

  it('when the as-at date is no date', async () => {
    const file = await workbookOf({ List_6: list6 });
    for (const asAt of ['31/03/2024', '2024-02-30', '']) {
      expect((await refusalOf(file, { asAt })).code).toBe('as-at-date-invalid');
    }
  });

  it('when a csv has a quotation mark that never closes', async () => {
    const broken = new TextEncoder().encode(`${csv}\n"2,b`);
    expect((await refusalOf(broken, { fileName: 'List_6.csv' })).code).toBe('csv-damaged');
  });
});

describe('A hostile file is refused before it does harm', () => {
  it('a zip that inflates to more than it says', async () => {
    const zip = Buffer.from(await zipOf({ 'List_6.csv': new Uint8Array(50 * 1024 * 1024) }));
    const central = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
    zip.writeUInt32LE(1000, central + 24);
    expect((await refusalOf(zip)).code).toBe('workbook-damaged');
  });

  it('a zip whose parts are too large only together', async () => {
    const part = Buffer.from(csv.repeat(50));
    const parts = Object.fromEntries([1, 2, 3, 4].map((number) => [`part${number}.csv`, part]));
    const small = { ...limits, inflatedBytes: part.length * 3 };
    expect((await refusalOf(await zipOf(parts), { limits: small })).code).toBe('too-large');
  });

  it('a csv or the shared texts of a workbook, when too large to be held', async () => {
    const small = { ...limits, partBytes: 100 };
    expect((await refusalOf(await zipOf({ 'List_6.csv': csv }), { limits: small })).code).toBe('too-large');
    expect((await refusalOf(await workbookOf({ List_6: list6 }), { limits: small })).code).toBe('too-large');
  });

  it('a file larger than the limit, before it is looked at', async () => {
    expect((await refusalOf(new Uint8Array(limits.fileBytes + 1))).code).toBe('too-large');
  });

  it('a zip with very many parts', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: limits.zipEntries + 1 }, (_, at) => [`${at}.csv`, 'a']),
    );
    expect((await refusalOf(await zipOf(parts))).code).toBe('too-many-parts');
  });

  it('a part whose name climbs out of its folder', async () => {
    const zip = Buffer.from(await zipOf({ 'ab/List_6.csv': csv })).toString('latin1');
    const climbing = Buffer.from(zip.replaceAll('ab/List_6.csv', '../List_6.csv'), 'latin1');
    expect((await refusalOf(climbing)).code).toBe('unsafe-name');
  });

  it('a document type with entities', async () => {
    const parts = workbookParts(headingXml(7));
    const attack = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    for (const part of [
      'xl/worksheets/sheet1.xml',
      'xl/workbook.xml',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
    ]) {
      const file = await zipOf({ ...parts, [part]: attack + (parts[part] ?? '') });
      expect((await refusalOf(file)).code).toBe('unsafe-xml');
    }
  });

  it('300,000 rows of a workbook, as soon as the limit is passed', async () => {
    const row = (number: number): string => `<row r="${number}"><c r="A${number}"><v>${number}</v></c></row>`;
    const rows = Array.from({ length: 300_000 }, (_, at) => row(at + 2)).join('');
    const refusal = await refusalOf(await zipOf(workbookParts(headingXml(1) + rows, 'List_1')));
    expect(refusal.code).toBe('too-many-rows');
    expect(refusal.message).toContain('200,000');
  }, 60_000);

  it('300,000 rows of a csv, of one list and merged', async () => {
    const heading = columnsOf(1).map((column) => column.heading);
    const lines = Array.from({ length: 300_000 }, (_, at) => `1,${at},b) Female,,,,,`).join('\n');
    const bytes = new TextEncoder().encode(`,${heading.join(',')}\n${lines}`);
    expect((await refusalOf(bytes, { fileName: 'List_1.csv' })).code).toBe('too-many-rows');
    const merged = new TextEncoder().encode(`list,${heading.join(',')}\n${lines}`);
    expect((await refusalOf(merged, { fileName: 'all.csv' })).code).toBe('too-many-rows');
  }, 60_000);

  it('but macros and links are only named, and the lists are read', async () => {
    const row = '<row r="2"><c r="A2"><v>7</v></c></row>';
    const file = await zipOf({
      ...workbookParts(headingXml(7) + row),
      'xl/vbaProject.bin': 'macro',
      'xl/externalLinks/externalLink1.xml': '<!DOCTYPE x><a/>',
    });
    const { report, children } = await populationOf(file);
    expect(children.map(({ child }) => child)).toEqual(['7']);
    expect(report.ignoredParts).toEqual([
      { part: 'xl/vbaProject.bin', what: 'macros' },
      { part: 'xl/externalLinks/externalLink1.xml', what: 'external link' },
    ]);
  });

  it('any bytes at all end as a value, never as an exception', async () => {
    const file = await workbookOf({ List_6: list6 });
    for (let at = 0; at < file.length; at += Math.ceil(file.length / 300)) {
      const broken = file.slice();
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const reading = await readAnnexA(broken, { fileName: 'lists.xlsx', asAt: '2024-03-31' });
      expect(typeof reading.ok).toBe('boolean');
    }
  });
});
