import { beforeEach, describe, expect, it } from '@jest/globals';
import { AtATerminal } from '../../testing/at-a-terminal.js';

let terminal: AtATerminal;
beforeEach(() => {
  terminal = new AtATerminal();
  terminal.open = () => Promise.reject(new Error('It opens nothing.'));
});

const RIGHT = {
  id: 'half',
  statistic: 'wilson',
  params: { conf: 0.95 },
  input: { x: 2, n: 4 },
  expected: { value: 0.5 },
  tolerance: 1e-9,
  source: 'ours',
};
const WRONG = { ...RIGHT, id: 'three-quarters', expected: { value: 0.75, ci: null } };
const UNKNOWN = { ...RIGHT, id: 'tomorrow', statistic: 'weather' };
const OUT_OF_SHAPE = { ...RIGHT, id: 'too-many', input: { x: 5, n: 4 } };
const holds = (...vectors: readonly unknown[]): void =>
  terminal.writes('ours.json', JSON.stringify({ vectors }));
const checks = (): ReturnType<AtATerminal['types']> => terminal.types('statistics', 'check', 'ours.json');

describe('touchstone statistics check', () => {
  it('passes a file whose values come out, and shows both values of each', async () => {
    holds(RIGHT);
    expect(await checks()).toEqual({
      code: 0,
      err: '',
      out: 'pass  half (wilson)\n  expected  {"value":0.5}\n  computed  {"value":0.5}\n1 of 1 passed\n',
    });
  });

  it('tells what does not come out, by how much, and ends with 1', async () => {
    holds(RIGHT, WRONG);
    const { code, out } = await checks();
    expect(code).toBe(1);
    expect(out).toContain('fail  three-quarters (wilson)\n  expected  {"value":0.75,"ci":null}\n');
    expect(out).toContain('  value: expected 0.75, computed 0.5, 0.25 apart with a tolerance of 1e-9\n');
    expect(out).toContain('  ci: expected null, computed [0.15');
    expect(out).toMatch(/\n1 of 2 passed, 1 failed\n$/);
  });

  it('shows what a file holds that is not seen, so that it makes no line of its own', async () => {
    holds({ ...WRONG, id: 'x\npass  all (wilson)\u001b[2J\u202e' });
    const { out } = await checks();
    expect(out).toContain('fail  x\\u000apass  all (wilson)\\u001b[2J\\u202e (wilson)\n');
  });

  it.each([
    [
      'a statistic that it does not know',
      UNKNOWN,
      'unknown  tomorrow: there is no statistic "weather"',
      '1 of a statistic that is not known',
    ],
    [
      'input out of shape',
      OUT_OF_SHAPE,
      'not understood  too-many (wilson): x (5) cannot be more than n (4)',
      '1 not understood',
    ],
  ])('checks the rest beside %s, and ends with 2', async (_, value, says, counted) => {
    holds(value, RIGHT, WRONG);
    const { code, out } = await checks();
    expect(code).toBe(2);
    expect(out).toContain(`${says}\n`);
    expect(out).toContain(`1 of 3 passed, 1 failed, ${counted}\n`);
  });

  it('tells the same to a machine', async () => {
    holds(RIGHT, WRONG, UNKNOWN, OUT_OF_SHAPE);
    const { code, document } = await terminal.typesForJson('statistics', 'check', 'ours.json');
    expect(code).toBe(2);
    expect(document).toMatchObject({
      ...{ total: 4, passed: 1, failed: 1, unknown: 1, notUnderstood: 1 },
      values: [
        {
          id: 'half',
          statistic: 'wilson',
          outcome: 'pass',
          expected: { value: 0.5 },
          answer: { value: 0.5 },
        },
        {
          id: 'three-quarters',
          outcome: 'fail',
          differences: [{ place: 'value', expected: 0.75, actual: 0.5 }, { place: 'ci' }],
        },
        { id: 'tomorrow', outcome: 'unknown-statistic' },
        { id: 'too-many', outcome: 'not-understood', says: 'x (5) cannot be more than n (4)' },
      ],
    });
  });

  it('reads a file that an editor began with a byte order mark', async () => {
    terminal.writes('ours.json', `\uFEFF${JSON.stringify({ vectors: [RIGHT] })}`);
    expect((await checks()).code).toBe(0);
  });

  it.each([
    ['is not JSON', '{"vectors": [', 'Refused (not-json): ours.json is not JSON: '],
    [
      'is JSON of another kind',
      '[]',
      'ours.json is not a file of worked values.\n  The file must be an object',
    ],
    [
      'lacks a member',
      JSON.stringify({ vectors: [RIGHT, { id: 'bare' }] }),
      '  vectors[1].statistic is missing (id "bare").\n',
    ],
    [
      'has an id twice',
      JSON.stringify({ vectors: [RIGHT, RIGHT] }),
      '"half" is also the id of vectors[0].\n',
    ],
  ])('does not understand a file that %s: exit 2, said on the error stream', async (_, text, says) => {
    terminal.writes('ours.json', text);
    const { code, out, err } = await checks();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  it('names twenty of many faults', async () => {
    holds(...Array.from({ length: 25 }, () => 7));
    const { err } = await checks();
    expect(err).toContain('vectors[19]');
    expect(err).not.toContain('vectors[20]');
    expect(err).toContain('and 5 more like these');
  });

  it('says that there is no such file, to a machine as well', async () => {
    expect(await checks()).toMatchObject({ code: 2, err: expect.stringContaining('there is no such file') });
    const { code, document } = await terminal.typesForJson('statistics', 'check', 'ours.json');
    expect({ code, document }).toMatchObject({
      code: 2,
      document: { refused: { code: 'file-not-readable' } },
    });
  });
});
