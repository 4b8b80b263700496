import { beforeEach, describe, expect, it } from '@jest/globals';
import { NewerVersion, PoisonEvent } from '#projections';
import { gradingDistributionView, VIEWS } from '#views';
import type { Touchstone } from '../../touchstone.js';
import { AtATerminal } from '../../testing/at-a-terminal.js';

const AUTHORITY = 'simulation-4-1x2';
const NAMES = VIEWS.map(({ name }) => name);

let terminal: AtATerminal;
beforeEach(async () => {
  terminal = new AtATerminal();
  await terminal.types('simulate', '--cases', '2', '--seed', '4');
});

/** What stops a view in these tests. */
const EVENT = {
  id: '0190c0de-0000-7000-8000-000000000007',
  type: 'CaseGraded',
  stream: 'case-audit-0190c0de-0000-7000-8000-000000000001',
  revision: 3n,
  position: 1007n,
};

/** Lets the live rows of a view stand before that event, as another process found it. */
async function stopsAt(error: string): Promise<void> {
  const { views } = terminal.stores;
  const now = '2026-03-02T08:00:00.000Z';
  await views.stop(gradingDistributionView, AUTHORITY, 1, { at: EVENT, error, now });
}

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
    expect(lines).toHaveLength(NAMES.length);
    for (const [n, view] of NAMES.entries())
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

describe('a view that stopped at an event', () => {
  const IN_WORDS =
    'stopped at the event 0190c0de-0000-7000-8000-000000000007 (CaseGraded of case-audit-0190c0de-0000-7000-8000-000000000001, ' +
    'revision 3, position 1,007) since 2026-03-02T08:00:00.000Z, tried once: no such grade';

  it('is listed with the event and the reason, whichever process found it', async () => {
    await stopsAt('no such grade');
    const { code, out } = await terminal.types('views', 'list');
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^simulation-4-1x2 {2}grading-distribution \(version \d+\) {2}at \d+, level, /);
    expect(lines[0]).toContain(IN_WORDS);
    for (const line of lines.slice(1)) expect(line).not.toContain('stopped');
    expect(await terminal.typesForJson('views', 'list')).toMatchObject({
      code: 1,
      document: {
        views: expect.arrayContaining([
          expect.objectContaining({
            view: 'grading-distribution',
            error: null,
            standsAside: false,
            stops: [
              {
                ...EVENT,
                revision: '3',
                position: '1007',
                generation: 1,
                version: gradingDistributionView.version,
                error: 'no such grade',
                since: '2026-03-02T08:00:00.000Z',
                attempts: 1,
                retryAsked: false,
              },
            ],
          }),
        ]),
      },
    });
  });

  it('is listed with what makes it go on: another attempt for the rows that are read, a rebuild for those of a rebuild', async () => {
    await stopsAt('no such grade');
    expect((await terminal.types('views', 'list')).out).toContain(
      `${IN_WORDS} (once that is put right: "views retry grading-distribution")`,
    );
    const { views } = terminal.stores;
    await views.forgetStop(gradingDistributionView, AUTHORITY, 1);
    const { number } = await views.build(gradingDistributionView, AUTHORITY);
    const now = '2026-03-02T08:00:00.000Z';
    await views.stop(gradingDistributionView, AUTHORITY, number, { at: EVENT, error: 'no such grade', now });
    expect((await terminal.types('views', 'list')).out).toContain(
      `its rebuild ${IN_WORDS} (once that is put right: "views rebuild grading-distribution")`,
    );
  });

  it('is said to be left to a newer program where it is, which is nothing wrong', async () => {
    const touchstone = terminal.stores.opening();
    const [standing] = await touchstone.projections.list();
    await touchstone.close();
    const pace = { perSecond: 5000, secondsLeft: 12 };
    const live = { ...standing!.live!, version: 7 };
    answering({ list: async () => [{ ...standing!, live, standsAside: true, lag: 60_000n, pace }] });
    const { code, out } = await terminal.types('views', 'list');
    expect(code).toBe(0);
    expect(out).toContain(
      '60,000 behind, 5,000 a second, 12 s left, left to a newer program, whose version is 7\n',
    );
  });

  it.each([
    ['taken', 0, 'goes on: it has taken the event 0190c0de-0000-7000-8000-000000000007'],
    ['stopped', 1, `was tried again and ${IN_WORDS}`],
    ['asked', 1, 'was asked to try again; nobody has yet. Start Touchstone, which follows the view'],
    [
      'rebuild',
      1,
      `itself does not stand still: its rebuild ${IN_WORDS}. To try that again: "views rebuild grading-distribution"\n`,
    ],
  ] as const)('can be tried again: %s', async (outcome, code, words) => {
    await stopsAt('no such grade');
    const [stop] = await terminal.stores.views.stops(gradingDistributionView, AUTHORITY);
    const asked: unknown[] = [];
    answering({
      retry: async (...of) => {
        asked.push(of);
        return [{ authority: AUTHORITY, outcome, stop: stop! }];
      },
    });
    const typed = ['views', 'retry', 'grading-distribution', '--authority', AUTHORITY];
    const answer = await terminal.types(...typed);
    expect(answer).toMatchObject({ code, err: '' });
    expect(answer.out).toContain(`${AUTHORITY}  grading-distribution ${words}`);
    expect(asked).toEqual([['grading-distribution', { authority: AUTHORITY, timeout: 10_000 }]]);
    expect(await terminal.typesForJson(...typed)).toMatchObject({
      code,
      document: { retried: [{ authority: AUTHORITY, outcome, stop: { position: '1007' } }] },
    });
  });

  it('need not be tried again where none stopped, and only one that there is can be', async () => {
    expect(await terminal.types('views', 'retry', 'case-record')).toEqual({
      code: 0,
      out: 'case-record stands still nowhere\n',
      err: '',
    });
    const { code, err } = await terminal.types('views', 'retry', 'league-table');
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/^There is no view "league-table"\. Choose one of /),
    });
    expect((await terminal.types('views', 'retry')).code).toBe(2);
  });
});

describe('views digest', () => {
  it('is the same after a rebuild of all of them', async () => {
    const before = await terminal.types('views', 'digest');
    expect(before.out.trimEnd().split('\n')).toHaveLength(NAMES.length);
    const rebuilt = await terminal.types('views', 'rebuild');
    expect(rebuilt.code).toBe(0);
    expect(rebuilt.out).toMatch(new RegExp(`^Rebuilt ${NAMES.join(', ')} in [\\d.]+ s\n$`));
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

  it('is interrupted without harm, and the same words go on from there', async () => {
    const through = new Set<number>();
    terminal.through = (one) => ({
      ...one,
      projections: Object.assign(Object.create(one.projections) as Touchstone['projections'], {
        rebuild: (...[name, options]: Parameters<Touchstone['projections']['rebuild']>) =>
          one.projections.rebuild(name, {
            ...options,
            onProgress: (progress) => {
              options?.onProgress?.(progress);
              through.add(Number(progress.position));
            },
          }),
      }),
    });
    terminal.heard = () => terminal.interrupts();
    const { views } = terminal.stores;
    const before = await views.generations(gradingDistributionView, AUTHORITY);
    const { code, out, err } = await terminal.types('views', 'rebuild', 'grading-distribution');
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toMatch(/Interrupted\. .* the same words go on from there/);
    const interrupted = await views.generations(gradingDistributionView, AUTHORITY);
    expect(interrupted.live).toEqual(before.live);
    expect(interrupted.building?.position).toBe(BigInt(Math.max(...through)));

    terminal.heard = () => undefined;
    through.clear();
    expect((await terminal.types('views', 'rebuild', 'grading-distribution')).code).toBe(0);
    expect((await views.generations(gradingDistributionView, AUTHORITY)).live?.number).toBe(
      interrupted.building?.number,
    );
    expect(Math.min(...through, Infinity)).toBeGreaterThanOrEqual(Number(interrupted.building?.position));
  });

  it('ends with 1 and says why when the new rows stop at an event', async () => {
    answering({
      rebuild: async (name) => {
        throw new PoisonEvent(name, EVENT, new Error('no such grade'));
      },
    });
    const { code, out, err } = await terminal.types('views', 'rebuild', 'case-record');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      'The view case-record cannot take the event 0190c0de-0000-7000-8000-000000000007 (CaseGraded, position 1007): ' +
        'no such grade\nReaders go on with the rows that were there before. Once that is put right, "views rebuild case-record" ' +
        'goes on from this event; until then "views list" shows it.\n',
    );
  });

  it('ends with 1 and speaks of no event when a newer program has made the rows', async () => {
    answering({
      rebuild: async (name) => {
        throw new NewerVersion({ name, version: 1 }, AUTHORITY, 2);
      },
    });
    const { code, err } = await terminal.types('views', 'rebuild', 'case-record');
    expect(code).toBe(1);
    expect(err).toMatch(
      /^The rows of the view case-record of .*\nReaders go on with the rows that were there before\.\n$/,
    );
  });
});
