import { beforeEach, describe, expect, it } from '@jest/globals';
import { corePracticeAuditId, setUpAuthority } from '#authority-setup';
import type { AtATerminal } from '../testing/at-a-terminal.js';
import { AUTHORITY, importedCycle, LEAD, northshire, plannedCycle } from '../testing/northshire.js';
import type { CommandRoute } from './command-routes.js';

const NOBODY = '00000000-0000-4000-8000-00000000dead';
const COMMAND_ID = '11111111-1111-4111-8111-111111111111';
const PLAN = JSON.stringify({
  title: 'Core audit, May and June 2026',
  kind: 'core',
  period: { from: '2026-05-01', to: '2026-06-30' },
  cohorts: ['child-in-need'],
  tool: { id: corePracticeAuditId(AUTHORITY), version: 1 },
  targetSize: 6,
});
const BY_LEAD = ['--as', LEAD];

let terminal: AtATerminal;
beforeEach(async () => {
  terminal = await northshire();
  terminal.writes('plan.json', PLAN);
});

const head = (): Promise<bigint> => terminal.stores.log.head(AUTHORITY);

/** What was recorded; anything else fails the test with what was said. */
async function recorded(
  ...words: readonly string[]
): Promise<{ stream: string; position: string; id: string }> {
  const { code, out, document } = await terminal.typesForJson('command', ...words, ...BY_LEAD);
  if (code !== 0) throw new Error(out);
  return document as { stream: string; position: string; id: string };
}

describe('command', () => {
  it('lists every kind and its commands, with what they do', async () => {
    const { code, out, err } = await terminal.types('command', '--list');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^cycles - +Plan a cycle$/m);
    expect(out).toMatch(/^audits ID sections\/\{section\} +Answer a section/m);
    expect(out).not.toMatch(/^cycles ID population /m);
    expect(terminal.stores.open).toBe(0);
  });

  it('makes something new of a file, and says in which stream it stands', async () => {
    const before = await head();
    const answer = await recorded('cycles', '-', '--body', 'plan.json');
    expect(answer).toEqual({
      ...{ id: expect.any(String), revision: 0, position: String(before + 1n) },
      stream: `${AUTHORITY}/cycle-${answer.id}`,
    });
    expect(await head()).toBe(before + 1n);
    const [event] = await terminal.stores.log.readStream(answer.stream);
    expect(event?.header).toMatchObject({ type: 'CyclePlanned', actor: LEAD });
  });

  it('tells people the same in lines', async () => {
    const words = ['command', 'cycles', '-', '--body', 'plan.json', '--authority', AUTHORITY, ...BY_LEAD];
    const { code, out, err } = await terminal.types(...words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      new RegExp(
        `^Recorded in ${AUTHORITY}/cycle-[0-9a-f-]{36}\n {2}position: \\d+\n {2}id: .*\n {2}revision: 0\n$`,
      ),
    );
  });

  it('takes its body from the input, and says what it draws besides', async () => {
    const cycle = await importedCycle(terminal);
    terminal.input = '{ "size": 4 }';
    const answer = await recorded('cycles', cycle, 'sample', '--body', '-');
    expect(answer).toMatchObject({ id: cycle, cases: 4, children: 30 });
    expect(await recorded('cycles', cycle, 'open')).toMatchObject({ stream: `${AUTHORITY}/cycle-${cycle}` });
  });

  it('under the same id gives the first answer, and records nothing twice', async () => {
    const words = ['cycles', '-', '--body', 'plan.json', '--command-id', COMMAND_ID];
    const first = await recorded(...words);
    const after = await head();
    expect(await recorded(...words)).toEqual(first);
    expect(await head()).toBe(after);
    terminal.writes('plan.json', PLAN.replace('May', 'May or'));
    expect(await terminal.typesForJson('command', ...words, ...BY_LEAD)).toMatchObject({
      code: 1,
      document: { refused: { code: 'idempotency-key-reused' } },
    });
  });

  it.each([
    ['what the rules do not allow now', ['open'], 'sample-missing', 'Draw a sample'],
    [
      'a body with something wrong in it',
      ['deadline', '--body', 'deadline.json'],
      'invalid-input',
      '  to must',
    ],
    ['a body that it does not need', ['open', '--body', 'plan.json'], 'invalid-input', '  title '],
    ['a body that is no JSON', ['close', '--body', 'letter.txt'], 'malformed-json', 'not JSON'],
    ['a file that is not there', ['close', '--body', 'gone.json'], 'file-not-readable', 'no such file'],
    ['somebody who does not work there', ['open', '--as', NOBODY], 'person-unknown', 'Nobody of this id'],
    ['another authority', ['open', '--authority', 'southshire'], 'person-unknown', 'no such authority'],
  ])('refuses %s: exit 1, code and sentence, nothing recorded', async (_, more, refused, says) => {
    const cycle = await plannedCycle(terminal);
    terminal.writes('deadline.json', '{ "to": "2026-02-30", "reasonCode": "illness", "reason": "x" }');
    terminal.writes('letter.txt', 'Dear all,');
    const before = await head();
    const words = ['command', 'cycles', cycle, ...(more.includes('--as') ? [] : BY_LEAD), ...more];
    const { code, out, err } = await terminal.types(...words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`Refused (${refused}): `);
    expect(err).toContain(says);
    expect(await terminal.typesForJson(...words)).toMatchObject({
      ...{ code: 1, err: '' },
      document: { refused: { code: refused } },
    });
    expect(await head()).toBe(before);
    expect(terminal.stores.open).toBe(0);
  });

  it('of several at once says of each what became of it, and ends with 1 where one was refused', async () => {
    terminal.input = JSON.stringify({ actions: [NOBODY], to: LEAD, reasonCode: 'left', reason: 'x' });
    const words = ['command', 'actions', '-', 'reassignments', '--body', '-', ...BY_LEAD];
    expect(await terminal.typesForJson(...words)).toMatchObject({
      ...{ code: 1, err: '' },
      document: { stream: null, items: [{ id: NOBODY, recorded: false, code: 'not-found' }] },
    });
  });

  it('asks for the authority where there is more than one', async () => {
    const touchstone = terminal.stores.opening();
    await setUpAuthority(touchstone.gateway, { authority: 'southshire', name: 'Southshire', clock: 'real' });
    await touchstone.close();
    const { code, err } = await terminal.types('command', 'cycles', '-', '--body', 'plan.json', ...BY_LEAD);
    expect([code, err]).toEqual([
      1,
      'Refused (authority-unclear): Name one with --authority: northshire, southshire.\n',
    ]);
  });

  it.each([
    ['a kind that there is not', ['weather', NOBODY, 'start'], 'no command "weather ID start"'],
    ['a command that there is not', ['audits', NOBODY, 'forget'], 'no command "audits ID forget"'],
    ['a command that climbs out of its kind', ['audits', NOBODY, '../people'], 'no command'],
    ['one of a thing, for no thing', ['audits', '-', 'start'], 'no command "audits - start"'],
    ['one that takes a file', ['cycles', NOBODY, 'population'], 'no command'],
    ['an id that is none', ['audits', 'april', 'start'], 'a UUID'],
    ['a command id that is none', ['audits', NOBODY, 'start', '--command-id', 'again'], 'a UUID'],
    ['nothing', [], 'Name kind, id and command'],
  ])('%s is not understood: exit 2', async (_, words, says) => {
    const before = await head();
    const { code, out, err } = await terminal.types('command', ...words, ...BY_LEAD);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(await head()).toBe(before);
  });

  it('by nobody is not understood', async () => {
    const { code, err } = await terminal.types('command', 'audits', NOBODY, 'start');
    expect([code, err]).toEqual([2, expect.stringContaining('--as')]);
  });

  it('finds every command that it lists, and refuses each of what is not there', async () => {
    const { document } = await terminal.typesForJson('command', '--list');
    const { commands } = document as { commands: readonly CommandRoute[] };
    expect(commands.length).toBeGreaterThan(80);
    const before = await head();
    const one = terminal.stores.opening();
    const api = await one.openApi();
    terminal.through = (touchstone) => ({
      ...touchstone,
      openApi: async () => ({ ...api, close: async () => undefined }),
    });
    for (const { kind, command } of commands.filter(({ withId }) => withId)) {
      const words = [kind, NOBODY, command.replace('{section}', 'safety')];
      const { code, err } = await terminal.types('command', ...words, ...BY_LEAD);
      expect([words, code, err]).toEqual([words, 1, expect.stringMatching(/^Refused \([a-z-]+\): /)]);
    }
    await api.close();
    await one.close();
    expect(await head()).toBe(before);
  });

  it('that fails in the machine ends with 3 and closes what it opened', async () => {
    let open = 0;
    terminal.through = (touchstone) => ({
      ...touchstone,
      openApi: async () => {
        const api = await touchstone.openApi();
        open += 1;
        return {
          ...api,
          send: async () => ({ status: 503, body: { code: 'log-busy', detail: 'Send it again.' } }),
          close: async () => {
            open -= 1;
            await api.close();
          },
        };
      },
    });
    expect(await terminal.types('command', 'cycles', '-', '--body', 'plan.json', ...BY_LEAD)).toEqual({
      ...{ code: 3, out: '', err: 'Send it again.\n' },
    });
    expect([open, terminal.stores.open]).toEqual([0, 0]);
  });
});
