import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EVENT_SCHEMAS } from '#audit-cycle';
import { bringUpToDate, catalogue, CATALOGUE, differences, type Files } from './catalogue.js';
import { DIGESTS } from './golden-digests.js';
import { GOLDEN } from './golden-events.js';

const ROOT = join(import.meta.dirname, '../..');
const INPUTS = ['libs/audit-cycle/src', GOLDEN, CATALOGUE, '.prettierrc.json'];

it('the event catalogue is what the source says; if not, run npm run catalogue', async () => {
  expect(await differences(ROOT, await catalogue(ROOT))).toEqual([]);
});

describe('the event catalogue of a changed checkout', () => {
  let checkout: string;
  const at = (path: string): string => join(checkout, path);
  const edit = async (path: string, from: string, to: string): Promise<void> => {
    const text = await readFile(at(path), 'utf8');
    expect(text).toContain(from);
    await writeFile(at(path), text.replace(from, to));
  };

  beforeEach(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'event-catalogue-'));
    for (const path of INPUTS) await cp(join(ROOT, path), at(path), { recursive: true });
  });
  afterEach(async () => {
    await rm(checkout, { recursive: true, force: true });
  });

  it('differs where the source says something else, and is brought up to date', async () => {
    await edit(
      'libs/audit-cycle/src/case-audit/events/moderation.ts',
      '/** Who moderated. */',
      '/** Who looked at it. */',
    );
    const files = await catalogue(checkout);
    const changed = [`${CATALOGUE}/case-audit.md`, `${CATALOGUE}/schemas/GradeModerated-1.json`];
    expect(await differences(checkout, files)).toEqual(changed);
    expect(await bringUpToDate(checkout, files)).toEqual(changed);
    expect(await differences(checkout, files)).toEqual([]);
  });

  it("differs where a page was edited, is missing or is nobody's", async () => {
    await appendFile(at(`${CATALOGUE}/policy.md`), 'By hand.\n');
    await rm(at(`${CATALOGUE}/schemas/PersonLeft-1.json`));
    await writeFile(at(`${CATALOGUE}/schemas/PersonVanished-1.json`), '{}\n');
    const files: Files = await catalogue(checkout);
    const found = ['policy.md', 'schemas/PersonLeft-1.json', 'schemas/PersonVanished-1.json'];
    expect(await differences(checkout, files)).toEqual(found.map((name) => `${CATALOGUE}/${name}`));
    await bringUpToDate(checkout, files);
    expect(await differences(checkout, files)).toEqual([]);
    await expect(readFile(at(`${CATALOGUE}/schemas/PersonVanished-1.json`))).rejects.toThrow('ENOENT');
  });

  it('takes the digests of a new golden event in and leaves the others', async () => {
    const golden = `${GOLDEN}/PersonLeft/1.jsonl`;
    const before = await readFile(at(DIGESTS), 'utf8');
    await appendFile(at(golden), (await readFile(at(golden), 'utf8')).replace('2024-02-27', '2024-02-28'));
    const files = await catalogue(checkout);
    expect(await differences(checkout, files)).toEqual([DIGESTS]);
    const added = files
      .get(DIGESTS)!
      .split('\n')
      .filter((line) => !before.includes(line));
    expect(added).toEqual([expect.stringMatching(/^PersonLeft\/1\.jsonl:2 [0-9a-f]{64} -$/)]);
  });

  it('is not made where a golden event was changed', async () => {
    await edit(`${GOLDEN}/PersonLeft/1.jsonl`, '2024-02-27', '2024-02-28');
    await expect(catalogue(checkout)).rejects.toThrow(/never changed.*PersonLeft\/1\.jsonl:1$/);
  });

  it('is not made without a golden event of the schema of today, nor without the JSON Schema of one before', async () => {
    // No view folds this one: a view cannot read a schema that this code does not know.
    const next = { ...EVENT_SCHEMAS, AuthorityRegistered: 2 };
    await expect(catalogue(checkout, next)).rejects.toThrow(
      'no golden event of AuthorityRegistered, schema 2. Add one.',
    );
    const second = (await readFile(at(`${GOLDEN}/AuthorityRegistered/1.jsonl`), 'utf8')).replaceAll(
      '"schema":1',
      '"schema":2',
    );
    await writeFile(at(`${GOLDEN}/AuthorityRegistered/2.jsonl`), second);
    const then = `${CATALOGUE}/schemas/AuthorityRegistered-1.json`;
    const kept = await readFile(at(then), 'utf8');
    await writeFile(
      at(`${GOLDEN}/AuthorityRegistered/3.jsonl`),
      second.replaceAll('"schema":2', '"schema":3'),
    );
    const later = { ...EVENT_SCHEMAS, AuthorityRegistered: 3 };
    await expect(catalogue(checkout, later)).rejects.toThrow(/AuthorityRegistered-2\.json is gone/);
    await writeFile(at(`${CATALOGUE}/schemas/AuthorityRegistered-2.json`), kept);
    const files = await catalogue(checkout, later);
    expect([1, 2].map((n) => files.get(`${CATALOGUE}/schemas/AuthorityRegistered-${n}.json`))).toEqual([
      kept,
      kept,
    ]);
    expect(files.get(`${CATALOGUE}/authority.md`)).toContain(
      '[JSON Schema of 2](schemas/AuthorityRegistered-2.json)',
    );
  });
});
