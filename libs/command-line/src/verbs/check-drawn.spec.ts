import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReAuditCommand, ReAuditDraw, ReAuditList } from '#audit-cycle';
import { reAuditId } from '#authority-setup';
import { factsOf, MemoryBlobStore, streamName, type RecordedEvent } from '#event-log';
import type { ModerationChoice } from '#population';
import { AtATerminal } from '../testing/at-a-terminal.js';

const AUTHORITY = 'simulation-7-1x40';
/** When every re-audit of the cycle is done. */
const LATER = '2024-12-05T15:00:00.000Z';
let terminal: AtATerminal;
let cycle: string;
let lead: string;

/** One whole cycle of made-up people, closed in March 2024, with the draws of its re-audits in the months after it. */
beforeAll(async () => {
  terminal = new AtATerminal();
  const words = ['simulate', '--cases', '40', '--seed', '7', '--authority', AUTHORITY];
  const { code, err } = await terminal.types(...words);
  if (code !== 0) throw new Error(err);
  const opened = (await recorded('CycleOpened'))[0]!.header;
  [cycle, lead] = [opened.stream.split('/cycle-')[1]!, opened.actor];
  const exported = await terminal.types('sample', '--export', 'out', ...of());
  if (exported.code !== 0) throw new Error(exported.err);
}, 60_000);

beforeEach(() => {
  terminal.through = (one) => one;
});

const recorded = async (type: string): Promise<readonly RecordedEvent[]> =>
  (await terminal.stores.log.readAll(AUTHORITY, { filter: { types: [type] } })).events;

const draws = async (): Promise<readonly ReAuditDraw[]> =>
  (await recorded('ReAuditsDrawn')).map((event) => factsOf(event) as ReAuditDraw);

const of = (): readonly string[] => ['--authority', AUTHORITY, '--cycle', cycle];

/** Says it at a moment: the clock of this authority is simulated. Answers with the code of a refusal. */
async function says(
  at: string,
  order:
    | {
        readonly kind: 'cycle';
        readonly id: string;
        readonly command: { type: 'DrawReAudits' };
      }
    | { readonly kind: 're-audit'; readonly id: string; readonly command: ReAuditCommand },
): Promise<string> {
  const touchstone = terminal.stores.opening();
  const actor = { person: lead, roles: ['qa-lead'] as const };
  const commandId = randomUUID();
  const answer = await touchstone.gateway.execute({ authority: AUTHORITY, at, commandId, actor, order });
  if (answer.ok) await touchstone.simulation.settle(AUTHORITY, answer.position);
  await touchstone.close();
  return answer.ok ? 'accepted' : answer.refusal.code;
}

describe('a draw of re-audits', () => {
  it('selects what it came to, each under the id that the draw says, with its place or its rule', async () => {
    const selected = await recorded('CaseSelectedForReAudit');
    expect((await draws()).length).toBeGreaterThan(1);
    for (const { seed, seedSource, chosen } of await draws()) {
      expect(chosen.length).toBeGreaterThan(0);
      expect(seedSource).toBe('supplied');
      for (const { audit, rule, index, ordinal } of chosen) {
        const stream = streamName(AUTHORITY, 're-audit', reAuditId(audit, ordinal));
        const event = selected.find(({ header }) => header.stream === stream)!;
        expect(event.header.actor).toBe('re-audit-selection');
        expect(factsOf(event)).toMatchObject({
          ...{ audit, rule },
          draw: index === null ? null : { cycle, seed, index },
        });
      }
    }
  });

  it('has no eligible audit in a second list, so that drawing again is no other chance', async () => {
    const lists = (await draws()).map(
      (_, n) => JSON.parse(terminal.reads(`out/re-audit-list-${n + 1}.json`)) as ReAuditList,
    );
    const listed = lists.flatMap(({ eligible }) => eligible);
    expect(new Set(listed).size).toBe(listed.length);
    const again = { kind: 'cycle', id: cycle, command: { type: 'DrawReAudits' } } as const;
    expect(await says(LATER, again)).toBe('nothing-to-re-audit');
  });

  it('leaves no way to a second re-audit of the same audit at the same time, whatever its id', async () => {
    const { audit, ordinal } = (await draws())[0]!.chosen[0]!;
    const select = (id: string): Promise<string> =>
      says(LATER, {
        kind: 're-audit',
        id,
        command: { type: 'SelectForReAudit', audit, reasonCode: 'team-asked' },
      });
    expect(await select(reAuditId(audit, ordinal))).toBe('already-selected');
    expect(await select(reAuditId(audit, ordinal + 1))).toBe('accepted');
    expect(await select(reAuditId(audit, ordinal + 2))).toBe('already-being-re-audited');
    expect(await select(randomUUID())).toBe('already-being-re-audited');
  });

  it('is made by the command line as well, which says why there is nothing to draw', async () => {
    const words = ['sample', '--re-audits', ...of(), '--as', lead];
    expect(await terminal.typesForJson(...words)).toMatchObject({
      code: 1,
      document: { refused: { code: 'nothing-to-re-audit' } },
    });
  });
});

describe('sample --check of a whole cycle', () => {
  it('draws all of it again: the sample, moderation by the published secret, and the re-audits', async () => {
    const { code, document } = await terminal.typesForJson('sample', '--check', ...of());
    const { same, checks } = document as { same: boolean; checks: { about: string; cases: number }[] };
    expect({ code, same }).toEqual({ code: 0, same: true });
    const drawn = await draws();
    expect(checks.map(({ about }) => about)).toEqual([
      'sample',
      'moderation',
      ...drawn.map(() => 're-audits'),
    ]);
    const graded = (await recorded('CaseGraded')).map(({ header }) => header.stream);
    expect(checks[1]!.cases).toBe(new Set(graded).size);
    const { out } = await terminal.types('sample', '--check', ...of());
    expect(out).toMatch(/^The same: \d+ graded audits, [1-9]\d* of them chosen at random for moderation/m);
    expect(out).toMatch(
      /^The same: \d+ re-audits of 2024-\d\d-\d\d, .* \(supplied, not drawn by the server\)$/m,
    );
  });

  it('says so when a list is gone', async () => {
    const [draw] = await draws();
    terminal.through = (one) => ({
      ...one,
      blobs: Object.assign(new MemoryBlobStore(), {
        get: async (authority: string, digest: string) =>
          digest === draw!.eligibleDigest ? null : one.blobs.get(authority, digest),
      }),
    });
    const { code, err } = await terminal.types('sample', '--check', ...of());
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('Refused (list-missing)') });
  });

  it('has no review round of an id that there is not', async () => {
    const words = ['sample', '--check', '--authority', AUTHORITY, '--round', cycle];
    expect((await terminal.types(...words)).err).toContain('Refused (not-found)');
  });
});

describe('sample --check of the files of a cycle, on a machine without Touchstone', () => {
  const RE_AUDITS = ['--frame', 'out/re-audit-list-1.json', '--sample', 'out/re-audits-1.json'];
  const MODERATION = ['--moderation', 'out/moderation.json'];
  beforeAll(() => {
    terminal.open = () => Promise.reject(new Error('it was opened'));
  });

  /** Checks after one member of a published file was changed, and puts the file back. */
  async function after<Value>(
    file: string,
    change: (value: Value) => Partial<Value>,
    words: readonly string[],
  ) {
    const text = terminal.reads(file);
    const value = JSON.parse(text) as Value;
    terminal.writes(file, JSON.stringify({ ...value, ...change(value) }));
    const outcome = await terminal.types('sample', '--check', ...words);
    terminal.writes(file, text);
    return outcome;
  }

  it('finds them the same', async () => {
    for (const words of [RE_AUDITS, MODERATION])
      expect(await terminal.types('sample', '--check', ...words)).toMatchObject({ code: 0, err: '' });
  });

  it.each<[string, (choice: ModerationChoice) => Partial<ModerationChoice>]>([
    ['a wrong secret', () => ({ secret: '0'.repeat(64) })],
    ['an audit left out of those chosen', ({ chosen }) => ({ chosen: chosen.slice(1) })],
    [
      'an audit added',
      ({ graded, chosen }) => ({ chosen: [...chosen, graded.find((a) => !chosen.includes(a))!] }),
    ],
  ])('finds %s', async (_, change) => {
    const { code, out } = await after('out/moderation.json', change, MODERATION);
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^NOT the same\. Moderation: /),
    });
  });

  it.each<[string, (draw: ReAuditDraw) => Partial<ReAuditDraw>]>([
    ['a wrong seed', () => ({ seed: 'another' })],
    ['an audit left out', ({ chosen }) => ({ chosen: chosen.slice(1) })],
    ['an audit added', ({ chosen }) => ({ chosen: [...chosen, { ...chosen[0]!, audit: 'another' }] })],
  ])('finds %s of the re-audits', async (_, change) => {
    const { code, out } = await after('out/re-audits-1.json', change, RE_AUDITS);
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^NOT the same\. Re-audits: /),
    });
  });

  it('finds an audit left out of the list', async () => {
    const change = ({ eligible }: ReAuditList): Partial<ReAuditList> => ({ eligible: eligible.slice(1) });
    const { code, out } = await after('out/re-audit-list-1.json', change, RE_AUDITS);
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('another list') });
  });

  it.each([
    [['--frame', 'out/frame.json', '--sample', 'out/re-audits-1.json'], 'not-a-frame'],
    [['--frame', 'out/re-audit-list-1.json', '--sample', 'out/sample.json'], 'not-a-frame'],
    [['--frame', 'out/frame.json', '--sample', 'out/moderation.json'], 'not-a-sample'],
    [['--moderation', 'out/sample.json'], 'not-a-moderation'],
  ])('refuses files that do not belong together: %j', async (words, code) => {
    expect((await terminal.types('sample', '--check', ...words)).err).toContain(`Refused (${code})`);
  });
});
