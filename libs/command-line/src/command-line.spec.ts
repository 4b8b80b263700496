import { beforeEach, describe, expect, it } from '@jest/globals';
import { AtATerminal } from './testing/at-a-terminal.js';

let terminal: AtATerminal;
beforeEach(() => {
  terminal = new AtATerminal();
});

const CYCLE = '00000000-0000-4000-8000-0000000000c1';

describe('the words after touchstone', () => {
  it.each([
    ['start'],
    ['import'],
    ['add-child'],
    ['sample'],
    ['command'],
    ['simulate'],
    ['views'],
    ['statistics'],
    ['doctor'],
  ])('--help tells of %s, on the output and with success', async (verb) => {
    const { code, out, err } = await terminal.types('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^  ${verb}\\b`, 'm'));
    expect(await terminal.types(verb, '--help')).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['no verb', [], 'Usage: touchstone'],
    ['a verb that there is not', ['frobnicate'], "unknown command 'frobnicate'"],
    ['an option that there is not', ['doctor', '--loud'], "unknown option '--loud'"],
    ['a word too many', ['doctor', 'now'], 'too many arguments'],
    ['views without saying what of them', ['views'], 'Usage: touchstone views'],
    ['statistics without saying what of them', ['statistics'], 'Usage: touchstone statistics'],
    ['a check of no file', ['statistics', 'check'], "missing required argument 'file'"],
    ['a view that there is not', ['views', 'digest', 'weather'], 'grading-distribution, action-completion'],
    [
      'a view that there is not, to be rebuilt',
      ['views', 'rebuild', 'weather'],
      'There is no view "weather"',
    ],
    ['an import without a file', ['import', '--as-at', '2026-01-01'], "missing required argument 'file'"],
    ['an import without a day', ['import', 'lists.xlsx'], "required option '--as-at <day>'"],
    [
      'an import into a cycle by nobody',
      ['import', 'lists.xlsx', '--as-at', '2026-01-01', '--cycle', CYCLE, '--authority', 'northshire'],
      '--authority and --as are needed',
    ],
    ['a sample of nothing', ['sample', '--size', '3'], 'Name --authority and --cycle'],
    ['a check with one file of two', ['sample', '--check', '--frame', 'f.json'], '--frame and --sample'],
    [
      'a draw without a size',
      ['sample', '--authority', 'northshire', '--cycle', CYCLE],
      'To draw, --size and --as are needed, or --re-audits and --as.',
    ],
    ['a cycle by its name', ['sample', '--authority', 'northshire', '--cycle', 'april'], 'a UUID'],
    ['an authority in capitals', ['sample', '--authority', 'North', '--cycle', CYCLE], 'lower-case letters'],
    ['a number that is none', ['simulate', '--cases', 'many'], 'Give a whole number.'],
    ['a number written otherwise', ['simulate', '--seed', '1e3'], 'Give a whole number.'],
    ['no cases', ['simulate', '--cases', '0'], 'Give at least 1.'],
    ['no cycles', ['simulate', '--cycles', '0'], 'Give at least 1.'],
  ])('%s is not understood: exit 2, said on the error stream', async (_, words, says) => {
    const { code, out, err } = await terminal.types(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  it('start serves, and ends as serving ends', async () => {
    expect(await terminal.types('start')).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('when the machine fails', () => {
  it('a Touchstone that cannot be opened is told in one line, exit 3', async () => {
    terminal.open = () => Promise.reject(new Error('The disk is full.'));
    expect(await terminal.types('views', 'list')).toEqual({ code: 3, out: '', err: 'The disk is full.\n' });
  });

  it.each(['53100', 'ENOSPC'])('a full disk (%s) is told with what to do about it', async (code) => {
    terminal.open = () => Promise.reject(Object.assign(new Error('no space left'), { code }));
    const { err } = await terminal.types('views', 'list');
    expect(err).toBe(
      'The disk is full, so the last step was not recorded (no space left). Make room, then say the same words again.\n',
    );
  });

  it('a verb that fails on its way closes what it opened', async () => {
    terminal.through = (touchstone) => ({
      ...touchstone,
      examine: () => Promise.reject(new Error('The database went away.')),
    });
    const { code, out, err } = await terminal.types('doctor', '--json');
    expect({ code, out, err }).toEqual({ code: 3, out: '', err: 'The database went away.\n' });
    expect(terminal.stores.open).toBe(0);
  });
});

describe('a verb that is interrupted', () => {
  it('closes what it opened, says what became of it and ends with 130', async () => {
    terminal.heard = () => terminal.interrupts();
    const { code, out, err } = await terminal.types('simulate', '--cases', '3', '--seed', '5');
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toContain('What was recorded stays');
    expect(terminal.stores.open).toBe(0);
  });

  it('does nothing at all when somebody changed their mind while it was opened', async () => {
    terminal.open = async () => {
      terminal.interrupts();
      return terminal.stores.opening();
    };
    expect((await terminal.types('simulate', '--cases', '3')).code).toBe(130);
    expect(await terminal.stores.log.authorities()).toEqual([]);
    expect(terminal.stores.open).toBe(0);
  });

  it('leaves the rows as they were when it was about to make them anew', async () => {
    await terminal.types('simulate', '--cases', '3', '--seed', '5');
    const before = await terminal.types('views', 'digest');
    terminal.heard = () => terminal.interrupts();
    expect((await terminal.types('views', 'rebuild')).code).toBe(130);
    expect(await terminal.types('views', 'digest')).toEqual(before);
  });

  it('said again, goes on with what it had recorded', async () => {
    terminal.heard = (line) => {
      if (line.startsWith('Simulating')) terminal.interrupts();
    };
    const words = ['simulate', '--cases', '3', '--seed', '5'];
    await terminal.types(...words);
    const before = await terminal.stores.log.head('simulation-5-1x3');
    terminal.heard = () => undefined;
    const { code, document } = await terminal.typesForJson(...words);
    expect(code).toBe(0);
    expect(before).toBeGreaterThan(0n);
    expect((document as { repeated: number }).repeated).toBeGreaterThan(0);
  });
});
