import { beforeEach, describe, expect, it } from '@jest/globals';
import { VIEWS } from '#views';
import { AtATerminal } from '../testing/at-a-terminal.js';
import { AUTHORITY, northshire } from '../testing/northshire.js';

const WORDS = ['simulate', '--cases', '3', '--cycles', '2', '--seed', '11'];
const SIMULATED = 'simulation-11-2x3';

describe('simulate', () => {
  let terminal: AtATerminal;
  beforeEach(() => {
    terminal = new AtATerminal();
  });

  it('lives through the cycles in an authority of its own, says so, and tells progress on the error stream', async () => {
    const { code, out, err } = await terminal.types(...WORDS);
    expect(code).toBe(0);
    expect(out).toMatch(
      new RegExp(
        `^2 cycles of 3 cases, and 1 of other kinds, in the authority ${SIMULATED}, whose clock is simulated\n`,
      ),
    );
    expect(out).toMatch(
      /\n\d+ disputes, .*1 calibration sessions, 1 review rounds, [34] samples drawn; \d+ things tried/,
    );
    expect(out).not.toContain('Simulating');
    expect(err).toMatch(/^(Simulating: \d+ of \d+ \(.*\)\n)+$/);
    expect(await terminal.stores.log.authorities()).toEqual([SIMULATED]);
    expect(terminal.stores.open).toBe(0);
  });

  it('tells machines what was done in one document, and every view is level with it', async () => {
    const { document } = await terminal.typesForJson(...WORDS);
    const head = await terminal.stores.log.head(SIMULATED);
    expect(document).toMatchObject({ authority: SIMULATED, events: String(head), repeated: 0 });
    expect((document as { cycles: unknown[] }).cycles).toHaveLength(3);
    const { happened } = document as { happened: Record<string, number> };
    expect(happened).toMatchObject({ calibrations: 1, reviewRounds: 1 });
    expect(Object.keys(happened)).toHaveLength(9);
    const standing = (await terminal.typesForJson('views', 'list')).document as { views: object[] };
    expect(standing.views).toHaveLength(VIEWS.length);
    for (const view of standing.views) expect(view).toMatchObject({ lag: '0', position: String(head) });
  });

  it('said again, records nothing more', async () => {
    await terminal.types(...WORDS);
    const head = await terminal.stores.log.head(SIMULATED);
    const { code, document } = await terminal.typesForJson(...WORDS);
    const { commands, repeated } = document as { commands: number; repeated: number };
    expect({ code, repeated }).toEqual({ code: 0, repeated: commands });
    expect(await terminal.stores.log.head(SIMULATED)).toBe(head);
  });

  it('never touches an authority that is not its own', async () => {
    terminal = await northshire();
    await terminal.types(...WORDS);
    const [real, other] = [
      await terminal.stores.log.head(AUTHORITY),
      await terminal.stores.log.head(SIMULATED),
    ];
    for (const words of [
      ['--authority', AUTHORITY],
      ['--authority', SIMULATED, '--seed', '12'],
    ]) {
      expect(await terminal.typesForJson('simulate', ...words)).toMatchObject({
        code: 1,
        document: { refused: { code: 'authority-taken' } },
      });
    }
    expect(await terminal.stores.log.head(AUTHORITY)).toBe(real);
    expect(await terminal.stores.log.head(SIMULATED)).toBe(other);
  });

  it('fails where a view does not come level, and says which', async () => {
    terminal.through = (one) => ({
      ...one,
      projections: bound(one.projections, { waitForPosition: async () => false }),
    });
    const { code, out, err } = await terminal.types(...WORDS);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('The view grading-distribution has not caught up');
  });
});

/** The same object but for some of its methods. */
function bound<T extends object>(one: T, other: Partial<T>): T {
  return Object.assign(Object.create(one) as T, other);
}
