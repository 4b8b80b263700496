import { describe, expect, it } from '@jest/globals';
import { Code } from '../fields/code.js';
import { Flag } from '../fields/flag.js';
import { IsoDay } from '../fields/iso-day.js';
import { codes, days, lines, ListOf, uuids } from '../fields/list-of.js';
import { Moment } from '../fields/moment.js';
import { Part, Parts } from '../fields/part.js';
import { Line, Text } from '../fields/text.js';
import { Uuid } from '../fields/uuid.js';
import { Whole } from '../fields/whole.js';
import { Problem } from '../problem/problem.js';
import type { InputError } from './invalid-input.js';
import { validated } from './validated.js';

class Line1 {
  @Line({ max: 5 }) code!: string;
}

class Everything {
  @Text({ max: 10, optional: true }) text?: string;
  @Line({ max: 10, optional: true }) line?: string;
  @Code(['good', 'bad'], { optional: true }) code?: string;
  @Uuid({ optional: true }) id?: string;
  @IsoDay({ optional: true, nullable: true }) day?: string | null;
  @Moment({ optional: true }) moment?: string;
  @Whole({ min: 1, max: 5, optional: true }) whole?: number;
  @Whole({ min: 1, max: 5, optional: true, inAddress: true }) limit?: number;
  @Flag({ optional: true }) flag?: boolean;
  @Flag({ optional: true, inAddress: true }) overdue?: boolean;
  @ListOf(codes(['a', 'b']), { max: 2, optional: true }) codes?: string[];
  @ListOf(uuids, { max: 2, optional: true }) ids?: string[];
  @ListOf(days, { max: 2, optional: true }) days?: string[];
  @ListOf(lines(3), { min: 1, max: 2, optional: true }) lines?: string[];
  @Part(() => Line1, { optional: true }) part?: Line1;
  @Parts(() => Line1, { max: 2, optional: true }) parts?: Line1[];
}

class Needed {
  @Line() title!: string;
}

const errorsOf = (value: unknown, shape: new () => object = Everything): readonly InputError[] => {
  try {
    validated(shape, value);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error).toMatchObject({ status: 400, code: 'invalid-input' });
    return error.members['errors'] as InputError[];
  }
};

const ID = '0197a000-0000-7000-8000-00000000000a';

describe('input that fits', () => {
  it.each([
    {},
    { text: 'two\nline\t.' },
    { line: 'Zoë 🙂' },
    { code: 'good', id: ID, flag: false, whole: 5 },
    { day: null },
    { day: '2024-02-29', moment: '2026-06-16T09:30:00.000Z' },
    { day: '9999-12-31', moment: '2026-06-16T09:30:00Z' },
    { codes: ['a', 'b'], ids: [], days: ['2028-02-29'], lines: ['x'] },
    { part: { code: 'x' }, parts: [{ code: 'y' }] },
  ])('is handed on as plain data: %j', (value) => {
    const found = validated(Everything, value);
    expect(found).toStrictEqual(value);
    if ('part' in value) expect(Object.getPrototypeOf(found.part)).toBe(Object.prototype);
  });

  it('reads numbers and flags from addresses where a field says so, and ids in capitals', () => {
    expect(
      validated(Everything, { limit: '3', overdue: 'true', id: ID.toUpperCase(), ids: [ID.toUpperCase()] }),
    ).toEqual({ limit: 3, overdue: true, id: ID, ids: [ID] });
  });
});

describe('input that does not fit is refused with its place', () => {
  it.each([
    [{ text: '' }, 'text'],
    [{ text: 'x'.repeat(11) }, 'text'],
    [{ text: 'a\0b' }, 'text'],
    [{ text: '\ud800' }, 'text'],
    [{ text: null }, 'text'],
    [{ text: ['x'] }, 'text'],
    [{ text: { length: 3 } }, 'text'],
    [{ line: 'a\nb' }, 'line'],
    [{ line: 'a\u202eb' }, 'line'],
    [{ line: 'a\u2066b' }, 'line'],
    [{ code: 'other' }, 'code'],
    [{ code: ['good'] }, 'code'],
    [{ code: 'toString' }, 'code'],
    [{ id: 'x' }, 'id'],
    [{ id: `${ID}\n` }, 'id'],
    [{ day: '2026-02-29' }, 'day'],
    [{ day: '2026-13-01' }, 'day'],
    [{ day: '2026-1-1' }, 'day'],
    [{ day: '0000-01-01' }, 'day'],
    [{ day: 20260101 }, 'day'],
    [{ moment: '2026-02-30T00:00:00Z' }, 'moment'],
    [{ moment: '2026-06-16T09:30:00+01:00' }, 'moment'],
    [{ whole: '3' }, 'whole'],
    [{ whole: 1.5 }, 'whole'],
    [{ whole: 0 }, 'whole'],
    [{ whole: Number.MAX_SAFE_INTEGER }, 'whole'],
    [{ limit: '3x' }, 'limit'],
    [{ limit: ['1', '2'] }, 'limit'],
    [{ flag: 'true' }, 'flag'],
    [{ overdue: 'yes' }, 'overdue'],
    [{ codes: 'a' }, 'codes'],
    [{ codes: ['a', 'b', 'a'] }, 'codes'],
    [{ codes: ['c'] }, 'codes'],
    [{ ids: [1] }, 'ids'],
    [{ days: ['2026-02-29'] }, 'days'],
    [{ lines: [] }, 'lines'],
    [{ lines: ['long'] }, 'lines'],
    [{ part: [{ code: 'x' }] }, 'part'],
    [{ part: 'x' }, 'part'],
    [{ part: {} }, 'part.code'],
    [{ part: { code: 'x', role: 'administrator' } }, 'part.role'],
    [{ parts: { code: 'x' } }, 'parts'],
    [{ parts: [[{ code: 'x' }]] }, 'parts'],
    [{ parts: [{ code: 'x' }, { code: 1 }] }, 'parts.1.code'],
    [{ role: 'administrator' }, 'role'],
    [JSON.parse('{"__proto__":{"role":"administrator"}}'), '__proto__'],
    [{ constructor: 1 }, 'constructor'],
    [[], ''],
    [[{ text: 'x' }], ''],
    ['text', ''],
    [7, ''],
  ])('%j', (value: unknown, path) => {
    expect(errorsOf(value).map((error) => error.path)).toContain(path);
  });

  it('names what is needed when nothing was sent at all', () => {
    expect(errorsOf(undefined, Needed)).toEqual([
      { path: 'title', message: expect.stringMatching(/^must be one line of 1 to 200 characters/) },
    ]);
  });

  it('with more wrong places than anybody reads is refused all the same', () => {
    const members = Array.from({ length: 200_000 }, (_, n) => [`m${n}`, 1]);
    expect(errorsOf(Object.fromEntries(members))).toHaveLength(100);
  });

  it('never repeats what was sent', () => {
    expect(JSON.stringify(errorsOf({ text: 'secret'.repeat(9), code: 'secret' }))).not.toMatch(/secret/);
  });
});
