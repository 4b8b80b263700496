import { beforeEach, describe, expect, it } from '@jest/globals';
import { publishedTable, SCORECARD_2023_03 } from '#scorecard-file/testing';
import type { AtATerminal } from '../testing/at-a-terminal.js';
import { AUTHORITY, LEAD, northshire } from '../testing/northshire.js';

const WORDS = ['import-scorecard', SCORECARD_2023_03, '--on', '2023-03-31'];
const TO = ['--authority', AUTHORITY, '--as', LEAD];

let terminal: AtATerminal;
beforeEach(async () => {
  terminal = await northshire();
  terminal.writes(SCORECARD_2023_03, Buffer.from(await publishedTable(SCORECARD_2023_03)).toString('utf8'));
});

const head = (): Promise<bigint> => terminal.stores.log.head(AUTHORITY);
const rows = ({ document }: { readonly document: unknown }): readonly { readonly became: string }[] =>
  (document as { readonly rows: readonly { readonly became: string }[] }).rows;

describe('import-scorecard', () => {
  it('without an authority reads the table and opens no Touchstone', async () => {
    terminal.open = () => Promise.reject(new Error('it was opened'));
    const { code, out, err } = await terminal.types(...WORDS);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('17 rows read = 17 used + 0 excluded.');
    expect(out).toContain('Nothing was recorded');
  });

  it('says first what each row would become, then records it, and the second time nothing', async () => {
    const before = await head();
    const looked = await terminal.typesForJson(...WORDS, ...TO, '--dry-run');
    expect([looked.code, rows(looked).every(({ became }) => became === 'defined')]).toEqual([0, true]);
    expect(await head()).toBe(before);
    const done = await terminal.typesForJson(...WORDS, ...TO);
    expect([done.code, rows(done)]).toEqual([0, rows(looked)]);
    const after = await head();
    expect(after).toBeGreaterThan(before);
    const { code, out } = await terminal.types(...WORDS, ...TO);
    expect([code, await head()]).toEqual([0, after]);
    expect(out).toContain('unchanged: 17');
  });

  it.each([
    ['a file that is not there', ['import-scorecard', 'gone.csv', '--on', '2023-03-31'], 'file-not-readable'],
    [
      'a day before its months',
      ['import-scorecard', SCORECARD_2023_03, '--on', '2023-02-28'],
      'table-after-day',
    ],
    ['headings that are no map', [...WORDS, '--headings', '[1]'], 'headings-not-a-map'],
  ])('refuses %s: exit 1, the code said', async (_, words, refused) => {
    const { code, err } = await terminal.types(...words);
    expect(code).toBe(1);
    expect(err).toContain(`Refused (${refused}): `);
  });

  it('says what the API refused, and that --as is needed', async () => {
    const refused = await terminal.types(...WORDS.with(3, '2023-02-28'), ...TO);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Refused (table-after-day): ')]);
    expect((await terminal.types(...WORDS, '--authority', AUTHORITY)).code).toBe(2);
  });
});
