import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AtATerminal } from '../testing/at-a-terminal.js';
import { AS_AT, AUTHORITY, importedCycle, LEAD, northshire, onCycle } from '../testing/northshire.js';

const NOBODY = '00000000-0000-4000-8000-00000000dead';

let terminal: AtATerminal;
let cycle: string;
beforeEach(async () => {
  terminal = await northshire();
  cycle = await importedCycle(terminal);
});

const head = (): Promise<bigint> => terminal.stores.log.head(AUTHORITY);

const GIVEN = {
  ...{ child: 'X-1', cohort: 'in-care', team: 'North', worker: LEAD, as: LEAD },
  ...{ 'reason-code': 'moved-in-since', reason: 'Came after the lists were made.' },
};
const words = (other: Readonly<Record<string, string | null>> = {}): readonly string[] => [
  ...['add-child', ...onCycle(cycle)],
  ...Object.entries({ ...GIVEN, ...other }).flatMap(([name, value]) =>
    value === null ? [] : [`--${name}`, value],
  ),
];

describe('add-child', () => {
  it('puts a child who is in no list into the population, and says how everything adds up', async () => {
    const { code, out, err } = await terminal.types(...words());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/rows read = .* 30 children of the lists \+ 1 added by hand = 31 children\.$/m);
    expect(out).toMatch(/^Frame [0-9a-f]{64}, in place of [0-9a-f]{64}$/m);
  });

  it('tells machines the same in one document', async () => {
    const { code, document } = await terminal.typesForJson(...words({ family: 'F-1' }));
    expect({ code, document }).toMatchObject({
      code: 0,
      document: {
        ...{ recorded: true, cycle },
        report: { added: [{ child: 'X-1', cohort: 'in-care' }], totals: { addedByHand: 1, children: 31 } },
      },
    });
  });

  it('reaches the sample, and the sample can be checked', async () => {
    await terminal.types(...words());
    const drawn = await terminal.types('sample', ...onCycle(cycle), '--size', '31', '--as', LEAD);
    expect(drawn).toMatchObject({ code: 0, err: '' });
    expect(drawn.out).toContain('31 of 31 children drawn');
    expect(await terminal.types('sample', '--check', ...onCycle(cycle))).toMatchObject({ code: 0, err: '' });
    await terminal.types('sample', ...onCycle(cycle), '--export', 'out');
    const files = ['--frame', 'out/frame.json', '--sample', 'out/sample.json'];
    expect(await terminal.types('sample', '--check', ...files)).toMatchObject({ code: 0, err: '' });
    expect(terminal.reads('out/frame.json')).toContain('"X-1"');
  });

  it('is undone by another import, which says how many are to be added again', async () => {
    await terminal.types(...words());
    const lists = ['import', 'lists.xlsx', '--as-at', AS_AT, ...onCycle(cycle), '--as', LEAD];
    expect((await terminal.types(...lists)).out).toContain('not in it any more (1): add those again');
    expect((await terminal.types(...lists)).out).not.toContain('any more');
    expect((await terminal.types('sample', ...onCycle(cycle), '--size', '30', '--as', LEAD)).out).toContain(
      '30 of 30 children drawn',
    );
  });

  it('twice under one command id is done once', async () => {
    const again = words({ 'command-id': '00000000-0000-4000-8000-0000000000c7' });
    const first = await terminal.types(...again);
    const before = await head();
    expect(await terminal.types(...again)).toEqual(first);
    expect(await head()).toBe(before);
  });

  it.each([
    ['a child who is in the population', 'already-in-frame', { child: 'twice' }],
    ['a worker who never joined', 'unknown-worker', { worker: NOBODY }],
    ['a cohort that the cycle leaves out', 'outside-scope', { cohort: 'contact' }],
    ['a reason that says nothing', 'reason-missing', { reason: ' ' }],
    ['a code that is none', 'code-malformed', { 'reason-code': 'Moved in' }],
    ['an id that is too long', 'invalid-input', { child: 'X'.repeat(101) }],
  ])('refuses %s (%s): exit 1, and nothing is recorded', async (_, refused, other) => {
    if (refused === 'already-in-frame') await terminal.types(...words(other));
    const before = await head();
    const { code, document } = await terminal.typesForJson(...words(other));
    expect({ code, document }).toMatchObject({ code: 1, document: { refused: { code: refused } } });
    expect(await head()).toBe(before);
    expect(terminal.stores.open).toBe(0);
  });

  it.each(['child', 'cohort', 'team', 'worker', 'reason-code', 'reason', 'as'])(
    'is not understood without --%s: exit 2, and no Touchstone is opened',
    async (missing) => {
      terminal.open = () => Promise.reject(new Error('it was opened'));
      const { code, err } = await terminal.types(...words({ [missing]: null }));
      expect(code).toBe(2);
      expect(err).toContain(`--${missing} `);
    },
  );

  it('is not understood with a cohort that there is not', async () => {
    const { code, err } = await terminal.types(...words({ cohort: 'adults' }));
    expect(code).toBe(2);
    expect(err).toContain('Allowed choices are child-in-need');
  });
});
