import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CODES_BY_STATUS } from '#capture';
import { faultsOf, refusalTable } from './refusal-table.js';
import { REFUSALS, refusalsPage } from './refusals-page.js';
import { writtenRefusals, type WrittenRefusal } from './written-refusals.js';

const ROOT = join(import.meta.dirname, '../..');

describe('the page of refusals', () => {
  it('is what the source says; if not, run npm run catalogue', async () => {
    expect(await readFile(join(ROOT, REFUSALS), 'utf8')).toBe(await refusalsPage(ROOT));
  });

  it('has every code that source or table of statuses knows, and no other', async () => {
    const written = writtenRefusals(ROOT);
    expect(faultsOf(written, CODES_BY_STATUS)).toEqual([]);
    const page = await readFile(join(ROOT, REFUSALS), 'utf8');
    const shown = [...page.matchAll(/^\| `([a-z0-9-]+)`/gm)].map(([, code]) => code!);
    const known = [...Object.values(CODES_BY_STATUS).flat(), ...written.map(({ code }) => code)];
    expect(new Set(shown)).toEqual(new Set(known));
    expect(new Set(shown).size).toBeGreaterThan(250);
  });

  it('says to people in every line what is the matter, in a sentence', () => {
    const sentences = writtenRefusals(ROOT).map(({ sentence }) => sentence.trim());
    expect(sentences.filter((sentence) => !/^["A-Z…].{10,}[.…]$/s.test(sentence))).toEqual([]);
  });
});

const aRefusal = (
  code: string,
  status: number | null = null,
  place = 'libs/audit-cycle/src/cycle/a.ts:1',
) => ({
  ...{ code, status, place },
  sentence: 'Open the cycle first.',
});

describe('source and table of statuses', () => {
  const both = (...written: readonly WrittenRefusal[]): readonly string[] =>
    faultsOf([aRefusal('not-open'), ...written], { 409: ['not-open'] });

  it('agree where every code is written and listed once', () => {
    expect(both(aRefusal('not-signed-in', 401))).toEqual([]);
  });

  it('differ where a code is written and not listed', () => {
    expect(both(aRefusal('too-early'))).toEqual([
      'libs/audit-cycle/src/cycle/a.ts:1: too-early has no status; list it in CODES_BY_STATUS',
    ]);
  });

  it('differ where a code is listed and written nowhere', () => {
    expect(faultsOf([], { 409: ['not-open'] })).toEqual([
      'not-open is listed in CODES_BY_STATUS, and nothing refuses with it',
    ]);
  });

  it.each([
    ['in the table', [aRefusal('not-open')], { 409: ['not-open'], 422: ['not-open'] }],
    ['in the source', [aRefusal('not-open', 409), aRefusal('not-open', 422)], {}],
    ['between them', [aRefusal('not-open', 422)], { 409: ['not-open'] }],
  ])('differ where a code has two statuses %s', (_, written, listed) => {
    expect(faultsOf(written, listed)).toEqual([
      'not-open is answered with 409 and 422; give one of them another code',
    ]);
    expect(() => refusalTable(written, listed)).toThrow('409 and 422');
  });

  it('show a sentence once, with all that say it', () => {
    const elsewhere = ['case-audit/b.ts:2', 'vocabulary/c.ts:3'].map((path) =>
      aRefusal('not-open', null, `libs/audit-cycle/src/${path}`),
    );
    expect(refusalTable([aRefusal('not-open'), ...elsewhere], { 409: ['not-open'] })).toEqual([
      {
        ...{ code: 'not-open', status: 409, sentence: 'Open the cycle first.' },
        by: ['any command', 'case-audit', 'cycle'],
      },
    ]);
  });
});

describe('a refusal as the source writes it', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'refusals-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function found(text: string): Promise<readonly (string | number | null)[][]> {
    const path = join(root, 'libs/audit-cycle/src/cycle/a.ts');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return writtenRefusals(root, ['audit-cycle']).map((one) => [one.code, one.sentence, one.status]);
  }

  it.each([
    ["refuse('a-b', 'One.' + ' Two.')", [['a-b', 'One. Two.', null]]],
    ["new Problem(401, 'a-b', `${n} of ${m}.`)", [['a-b', '… of ….', 401]]],
    ["const R: Refusal = { code: 'a-b', message: 'One.' };", [['a-b', 'One.', null]]],
    [
      "refuse('a-b', late ? 'Late.' : 'Early.')",
      [
        ['a-b', 'Late.', null],
        ['a-b', 'Early.', null],
      ],
    ],
    [
      "const f = (done: 'x' | 'y') => refuse(`not-${done}`, `Be ${done} first.`);",
      [
        ['not-x', 'Be x first.', null],
        ['not-y', 'Be y first.', null],
      ],
    ],
    [
      "const SAYS = { 'a-b': 'One.', c: 'Two.' }; const f = (one: 'a-b' | 'c') => refuse(one, SAYS[one]);",
      [
        ['a-b', 'One.', null],
        ['c', 'Two.', null],
      ],
    ],
    [
      "const f = (why = 'One.') => refuse('a-b', why); f(); f('Two.');",
      [
        ['a-b', 'One.', null],
        ['a-b', 'Two.', null],
      ],
    ],
    ['refuse(draw.code, draw.message); const form = { code: TEXT, message: TEXT };', []],
  ])('is read off %s', async (text, refusals) => {
    expect(await found(text)).toEqual(refusals);
  });

  it.each([
    'const f = (done: string) => refuse(`not-${done}`, `Be ${done} first.`);',
    "refuse('a-b', found());",
    "refuse('A B', 'One.');",
  ])('stops everything where it cannot be read: %s', async (text) => {
    await expect(found(text)).rejects.toThrow(/libs\/audit-cycle\/src\/cycle\/a\.ts:1: write/);
  });
});
