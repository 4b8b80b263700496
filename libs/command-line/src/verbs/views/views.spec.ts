import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Touchstone } from '../../touchstone.js';
import { AtATerminal } from '../../testing/at-a-terminal.js';

const AUTHORITY = 'simulation-4-1x2';
const VIEWS = ['grading-distribution', 'action-completion', 'cycle-progress', 'case-record'];

let terminal: AtATerminal;
beforeEach(async () => {
  terminal = new AtATerminal();
  await terminal.types('simulate', '--cases', '2', '--seed', '4');
});

/** Stands in for some of what the projections answer. */
const answering = (other: Partial<Touchstone['projections']>): void => {
  terminal.through = (one) => ({
    ...one,
    projections: Object.assign(Object.create(one.projections) as Touchstone['projections'], other),
  });
};

describe('views list', () => {
  it('tells where each view of each authority stands', async () => {
    const { code, out, err } = await terminal.types('views', 'list');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(VIEWS.length);
    for (const [n, view] of VIEWS.entries())
      expect(lines[n]).toMatch(new RegExp(`^${AUTHORITY} {2}${view} \\(version \\d+\\) {2}at \\d+, level$`));
  });

  it('ends with 1 when something holds a view up, and says what', async () => {
    const touchstone = terminal.stores.opening();
    const [standing] = await touchstone.projections.list();
    await touchstone.close();
    const error = { message: 'event 7 cannot be folded', at: '2026-03-02T09:00:00.000Z', failures: 3 };
    answering({ list: async () => [{ ...standing!, lag: 1234n, error }] });
    const { code, out } = await terminal.types('views', 'list');
    expect(code).toBe(1);
    expect(out).toContain('1,234 behind, stopped: event 7 cannot be folded');
    expect(await terminal.typesForJson('views', 'list')).toMatchObject({
      code: 1,
      document: { views: [{ lag: '1234', error: 'event 7 cannot be folded' }] },
    });
  });
});

describe('views digest', () => {
  it('is the same after a rebuild of all of them', async () => {
    const before = await terminal.types('views', 'digest');
    expect(before.out.trimEnd().split('\n')).toHaveLength(VIEWS.length);
    const rebuilt = await terminal.types('views', 'rebuild');
    expect(rebuilt.code).toBe(0);
    expect(rebuilt.out).toMatch(new RegExp(`^Rebuilt ${VIEWS.join(', ')} in [\\d.]+ s\n$`));
    expect(await terminal.types('views', 'digest')).toEqual(before);
  });

  it('is another one when there is more to tell', async () => {
    const digest = async (): Promise<string> => (await terminal.types('views', 'digest', 'case-record')).out;
    const before = await digest();
    await terminal.types('simulate', '--cases', '2', '--seed', '5');
    const after = await digest();
    expect(after.split('\n')).toContain(before.trimEnd());
    const digests = after
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(0, 64));
    expect(new Set(digests).size).toBe(2);
  });

  it('of one view tells of that view alone, to machines in one document', async () => {
    const { document } = await terminal.typesForJson('views', 'digest', 'case-record');
    expect(document).toMatchObject({
      digests: [
        { authority: AUTHORITY, view: 'case-record', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    });
  });

  it('is refused while a view does not come level', async () => {
    answering({ waitForPosition: async () => false });
    const { code, out, err } = await terminal.types('views', 'digest');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`The view grading-distribution of ${AUTHORITY} is not level`);
  });
});

describe('views rebuild', () => {
  it('makes one view anew, with its progress on the error stream', async () => {
    const { document, err } = await terminal.typesForJson('views', 'rebuild', 'case-record');
    expect(document).toEqual({ rebuilt: ['case-record'], seconds: expect.any(Number) });
    expect(err).toMatch(new RegExp(`^(Rebuilding case-record: \\d+ of \\d+ \\(${AUTHORITY}\\)\n)+$`));
  });
});
