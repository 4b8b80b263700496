import { beforeEach, describe, expect, it } from '@jest/globals';
import { listOf, workbookOf } from '#annex-a/testing';
import { POPULATIONS } from '#audit-cycle';
import { factsOf, streamName } from '#event-log';
import type { AtATerminal } from '../testing/at-a-terminal.js';
import { AS_AT, AUTHORITY, LEAD, northshire, onCycle, plannedCycle, WORKERS } from '../testing/northshire.js';

const NOBODY = '00000000-0000-4000-8000-00000000dead';

let terminal: AtATerminal;
beforeEach(async () => {
  terminal = await northshire();
});

const head = (): Promise<bigint> => terminal.stores.log.head(AUTHORITY);

describe('import without a cycle', () => {
  it('reads the lists and reports on them, and opens no Touchstone', async () => {
    terminal.open = () => Promise.reject(new Error('it was opened'));
    const { code, out, err } = await terminal.types('import', 'lists.xlsx', '--as-at', AS_AT);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/= 30 children\.$/m);
    expect(out).toMatch(/^ {2}child-in-need: 20$/m);
    expect(out).toContain('Nothing was recorded');
  });

  it('tells machines the whole report in one document', async () => {
    const { document } = await terminal.typesForJson('import', 'lists.xlsx', '--as-at', AS_AT);
    expect(document).toMatchObject({
      recorded: false,
      report: { fileName: 'lists.xlsx', cohorts: { 'child-in-need': 20, 'in-care': 10 } },
    });
  });

  it.each([
    ['a file that is not there', 'gone.xlsx', AS_AT, 'file-not-readable'],
    ['a file that is no workbook', 'letter.xlsx', AS_AT, 'not-a-workbook'],
    ['a day that is none', 'lists.xlsx', '2026-02-30', 'as-at-date-invalid'],
  ])('refuses %s: exit 1, the code said, to people and to machines', async (_, file, day, refused) => {
    terminal.writes('letter.xlsx', 'Dear all,');
    const words = ['import', file, '--as-at', day];
    const people = await terminal.types(...words);
    expect(people).toMatchObject({ code: 1, out: '' });
    expect(people.err).toContain(`Refused (${refused}): `);
    const machines = await terminal.typesForJson(...words);
    expect(machines).toMatchObject({ code: 1, err: '', document: { refused: { code: refused } } });
  });
});

describe('import into a cycle', () => {
  it('makes the lists its population, with the workers who are matched to people', async () => {
    terminal.stores.caseSystemNames.set(WORKERS[0]!, LEAD);
    const cycle = await plannedCycle(terminal);
    const { code, document } = await terminal.typesForJson(
      ...['import', 'lists.xlsx', '--as-at', AS_AT, ...onCycle(cycle), '--as', LEAD],
    );
    expect(code).toBe(0);
    const { frame, unmatchedWorkers } = document as {
      frame: string;
      unmatchedWorkers: { name: string }[];
    };
    expect(unmatchedWorkers.map(({ name }) => name)).toEqual([WORKERS[1]]);
    const events = await terminal.stores.log.readStream(streamName(AUTHORITY, 'cycle', cycle));
    expect(events.at(-1)?.header).toMatchObject({ type: 'PopulationImported', actor: LEAD });
    expect(factsOf(events.at(-1)!)).toMatchObject({ frame, children: 30 });
    expect(await terminal.stores.blobs.get(AUTHORITY, frame)).not.toBeNull();
  });

  it('says to people how many workers are matched to nobody', async () => {
    const cycle = await plannedCycle(terminal);
    const words = ['import', 'lists.xlsx', '--as-at', AS_AT, ...onCycle(cycle), '--as', LEAD];
    expect((await terminal.types(...words)).out).toContain('2 workers are matched to nobody');
  });

  it.each([
    ['by somebody who does not work there', 'person-unknown', { as: NOBODY }],
    ['for a cycle that there is not', 'not-found', { cycle: NOBODY }],
    ['from a file that is not there', 'file-not-readable', { file: 'gone.xlsx' }],
    ['from a file that is no workbook', 'not-a-workbook', { file: 'letter.xlsx' }],
  ])('%s is refused (%s) and records nothing', async (_, refused, other) => {
    terminal.writes('letter.xlsx', 'Dear all,');
    const { file, cycle, as } = {
      file: 'lists.xlsx',
      cycle: await plannedCycle(terminal),
      as: LEAD,
      ...other,
    };
    const before = await head();
    const words = ['import', file, '--as-at', AS_AT, ...onCycle(cycle), '--as', as];
    expect(await terminal.typesForJson(...words)).toMatchObject({
      code: 1,
      err: '',
      document: { refused: { code: refused } },
    });
    expect(await head()).toBe(before);
    expect(terminal.stores.open).toBe(0);
  });
});

describe('import of something else than open cases', () => {
  const OF_CONTACTS = ['import', 'contacts.xlsx', '--as-at', AS_AT, '--of', 'contacts'];
  const contact = (child: string, day: string): Readonly<Record<string, string | Date>> => ({
    'Child Unique ID': child,
    'Date of Contact': new Date(`${day}T00:00:00Z`),
  });

  beforeEach(async () => {
    const rows = [contact('C-1', '2026-02-10'), contact('C-2', '2026-01-10'), contact('C-3', '2024-01-10')];
    terminal.writes('contacts.xlsx', await workbookOf({ List_1: listOf(1, rows) }));
  });

  it('without a cycle takes rows of any day, and says so', async () => {
    const { code, out } = await terminal.types(...OF_CONTACTS);
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}contact: 3$/m);
    expect(out).toContain('Rows of any day were taken');
    const { document } = await terminal.typesForJson(...OF_CONTACTS);
    expect(document).toMatchObject({ recorded: false, of: 'contacts', report: { cohorts: { contact: 3 } } });
  });

  it('makes the events of the period that a dip sample reviews its population', async () => {
    const cycle = await plannedCycle(terminal, { kind: 'dip-sample', cohorts: ['contact'] });
    const words = [...OF_CONTACTS, ...onCycle(cycle), '--as', LEAD];
    const { code, document } = await terminal.typesForJson(...words);
    expect({ code, document }).toMatchObject({
      code: 0,
      document: {
        ...{ recorded: true, of: 'contacts' },
        report: { cohorts: { contact: 2 }, excluded: [{ child: 'C-3', code: 'before-period' }] },
      },
    });
    const events = await terminal.stores.log.readStream(streamName(AUTHORITY, 'cycle', cycle));
    expect(factsOf(events.at(-1)!)).toMatchObject({ of: 'contacts', children: 2 });
  });

  it('is refused for a cycle that is no dip sample, and records nothing', async () => {
    const cycle = await plannedCycle(terminal);
    const before = await head();
    const words = [...OF_CONTACTS, ...onCycle(cycle), '--as', LEAD];
    expect(await terminal.typesForJson(...words)).toMatchObject({
      code: 1,
      document: { refused: { code: 'population-not-for-kind', details: { of: 'contacts', kind: 'core' } } },
    });
    expect(await head()).toBe(before);
  });

  it('is not understood by a word that stands for no population: exit 2, all that do are said', async () => {
    const { code, out, err } = await terminal.types(
      'import',
      'contacts.xlsx',
      '--as-at',
      AS_AT,
      '--of',
      'visits',
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const of of POPULATIONS) expect(err).toContain(of);
  });

  it('is told by the help, with what is meant when nothing is said', async () => {
    const { out } = await terminal.types('import', '--help');
    expect(out).toContain('--of <population>');
    expect(out).toContain('default: "open-cases"');
  });
});
