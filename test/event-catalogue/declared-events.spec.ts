import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { declaredEvents } from './declared-events.js';
import { fieldRows } from './field-rows.js';
import { schemaOf } from './json-schema.js';
import type { EventType } from './shape.js';

const AGGREGATES = `import type { NoteEvent } from './events.js';
export interface AggregateTypes { readonly 'case-note': Types<NoteState, NoteCommand, NoteEvent, Acting> }
`;

const DECLARED = `
/**
 * A person.
 * @pattern ^[a-z]+$
 */
type Id = string;
const COLOURS = ['red', 'blue'] as const;
/** A colour. */
type Colour = (typeof COLOURS)[number];
/** A visit. */
interface Visit {
  kind: 'visit';
  /** When. */
  on: string;
}
`;

const VISIT = {
  type: 'object',
  properties: { kind: { const: 'visit' }, on: { description: 'When.', type: 'string' } },
  required: ['kind', 'on'],
  additionalProperties: false,
};
const CALL = { ...VISIT, properties: { kind: { const: 'call' } }, required: ['kind'] };

describe('events as they are declared', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'declared-events-'));
    await write('aggregates.ts', AGGREGATES);
  });
  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  async function write(path: string, text: string): Promise<void> {
    const file = join(root, 'libs/audit-cycle/src', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** The one event `Noted` with these facts. */
  async function noted(facts: string, more = ''): Promise<EventType> {
    await write(
      'events.ts',
      `${more}\n/** Notes. */\nexport type NoteEvent =\n  /** Somebody noted. */\n  EventOf<'Noted', ${facts}>;\n`,
    );
    return declaredEvents(root)[0]!.events[0]!;
  }

  it('have a kind, meanings, facts and texts, in the order of the source', async () => {
    await write(
      'events.ts',
      `/** Notes on
 * a case. */
export type NoteEvent =
  /** Somebody noted. */
  | EventOf<'Noted', {
      /** Who. */
      by: string;
    }, /** What. */ | 'text' /** Why. */ | 'reason'>
  /** It was taken back. */
  | EventOf<'Withdrawn', {}>;`,
    );
    const [{ kind, meaning, events }] = declaredEvents(root) as [ReturnType<typeof declaredEvents>[number]];
    expect([kind, meaning]).toEqual(['case-note', 'Notes on a case.']);
    expect(events.map((event) => [event.type, event.meaning])).toEqual([
      ['Noted', 'Somebody noted.'],
      ['Withdrawn', 'It was taken back.'],
    ]);
    expect(events[0]!.texts).toEqual([
      { name: 'text', meaning: 'What.' },
      { name: 'reason', meaning: 'Why.' },
    ]);
    expect(events[1]!.texts).toEqual([]);
  });

  it('are those of every union that a union names, where it names it', async () => {
    await write('later.ts', `/** Later. */ export type Later = /** Over. */ EventOf<'Closed', {}>;`);
    await write(
      'events.ts',
      `import type { Later } from './later.js';
/** At first. */
type First = /** Opened. */ | EventOf<'Opened', {}> /** Read. */ | EventOf<'Read', {}>;
/** Notes. */
export type NoteEvent = First | Later /** Gone. */ | EventOf<'Gone', {}>;`,
    );
    const { meaning, events } = declaredEvents(root)[0]!;
    expect([meaning, ...events.map((event) => [event.type, event.meaning])]).toEqual([
      'Notes.',
      ['Opened', 'Opened.'],
      ['Read', 'Read.'],
      ['Closed', 'Over.'],
      ['Gone', 'Gone.'],
    ]);
  });

  it('say the same as a JSON Schema and as rows of a table', async () => {
    const { facts } = await noted(
      `{
        /** Who. */
        by: Id | null;
        colour?: Colour;
        /** How many. */
        counts: Readonly<Partial<Record<Colour, number>>>;
        /** What of. */
        of: readonly (Visit | { kind: 'call' })[];
      }`,
      DECLARED,
    );
    expect(schemaOf(facts)).toEqual({
      type: 'object',
      properties: {
        by: { description: 'Who.', anyOf: [{ type: 'string', pattern: '^[a-z]+$' }, { type: 'null' }] },
        colour: { description: 'A colour.', enum: ['red', 'blue'] },
        counts: {
          ...{ description: 'How many.', type: 'object', required: [], additionalProperties: false },
          properties: {
            red: { description: 'By `Colour`.', type: 'number' },
            blue: { description: 'By `Colour`.', type: 'number' },
          },
        },
        of: { description: 'What of.', type: 'array', items: { anyOf: [VISIT, CALL] } },
      },
      required: ['by', 'counts', 'of'],
      additionalProperties: false,
    });
    expect(fieldRows(facts).map((row) => [row.name, row.type, row.when, row.meaning].join('; '))).toEqual([
      'by; text, `Id` or null; always; Who.',
      'colour; `red`, `blue`; may be left out; A colour.',
      'counts; object; always; How many.',
      'counts.{red, blue}; number; may be left out; By `Colour`.',
      'of; list of object; always; What of.',
      'of[].kind; `visit`, `call`; always; Which of these it is.',
      'of[].on; text; `kind` is `visit`; When.',
    ]);
  });

  it('have one row for what tells objects apart, also where one of them goes by several codes', async () => {
    const answer = "Visit | {\n/** Otherwise. */\nkind: 'letter' | 'mail';\n/** To whom. */\nto: string }";
    const { facts } = await noted(`{\n/** What. */\nit: ${answer} }`, DECLARED);
    expect(fieldRows(facts).map((row) => [row.name, row.type, row.when].join('; '))).toEqual([
      'it; object; always',
      'it.kind; `visit`, `letter`, `mail`; always',
      'it.on; text; `kind` is `visit`',
      'it.to; text; `kind` is `letter` or `mail`',
    ]);
  });

  it.each([
    ['{ by: string }', /events\.ts:\d+: write a TSDoc comment that says what by means/],
    ['{\n/** When. */\nat: Date }', /events\.ts:\d+: nothing of this name is declared: Date/],
    ['{\n/** Any. */\nit: unknown }', /events\.ts:\d+: the event catalogue cannot show this type: unknown/],
    ['{\n/** Both. */\nboth: [string, string] }', /cannot show this type: \[string, string\]/],
    ['{\n/** Any. */\n[name: string]: string }', /cannot show this member/],
    ['{\n/** Counts. */\ncounts: Record<string, number> }', /codes with a name were expected here: string/],
    ['string', /an object was expected here: string/],
  ])('cannot be %s, and the place in the source is named', async (facts, sentence) => {
    await expect(noted(facts)).rejects.toThrow(sentence);
  });

  it.each([
    [
      "export type NoteEvent = /** It. */ EventOf<'Noted', {}>;",
      /says what this means: export type NoteEvent/,
    ],
    ["/** Notes. */ export type NoteEvent = EventOf<'Noted', {}>;", /says what this means: 'Noted'/],
    [
      "/** Notes. */ export type NoteEvent = /** It. */ EventOf<'Noted', {}, 'text'>;",
      /says what this means: 'text'/,
    ],
  ])('need a meaning: %s', async (source, sentence) => {
    await write('events.ts', source);
    expect(() => declaredEvents(root)).toThrow(sentence);
  });
});
