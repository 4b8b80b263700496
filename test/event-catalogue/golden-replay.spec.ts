import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aggregates, EVENT_SCHEMAS, upcast, type StreamKind } from '#audit-cycle';
import { VIEWS } from '#views';
import { CATALOGUE } from './catalogue.js';
import { declaredEvents } from './declared-events.js';
import { seenByViews } from './folding-views.js';
import { keptDigests, rewritten } from './golden-digests.js';
import { goldenFiles, type GoldenEvent } from './golden-events.js';
import { schemaPath } from './pages.js';
import type { Aggregate, EventType, Shape } from './shape.js';
import { unseenVariants } from './variants.js';

const ROOT = join(import.meta.dirname, '../..');

const files = await goldenFiles(ROOT);
const kinds = declaredEvents(ROOT);
const events = kinds.flatMap((kind) => kind.events.map((event) => [event.type, kind, event] as const));
const places = files.map((file) => [`${file.type}, schema ${file.schema}`, file] as const);

const schemaToday = (type: string): number => EVENT_SCHEMAS[type as keyof typeof EVENT_SCHEMAS];

/** As readers get it: in the shape of today. */
function today(event: GoldenEvent): GoldenEvent {
  const { facts, narrative } = upcast(event.type, event.schema, event);
  return { ...event, schema: schemaToday(event.type), facts, narrative } as GoldenEvent;
}

const kindOf = (type: string): Aggregate => events.find(([name]) => name === type)![1];

/** A stream of today in which every event of its kind happened once, in the order of their declaration, up to this type. */
function streamBefore(type: string): readonly GoldenEvent[] {
  const types = kindOf(type).events.map((event) => event.type);
  const earlier = types.slice(0, types.indexOf(type));
  return earlier.map(
    (one) => files.find((file) => file.type === one && file.schema === schemaToday(one))!.events[0]!,
  );
}

async function validatorOf(type: string): Promise<(event: GoldenEvent) => readonly unknown[]> {
  const path = join(ROOT, CATALOGUE, schemaPath(type, schemaToday(type)));
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(
    JSON.parse(await readFile(path, 'utf8')) as object,
  );
  return ({ facts, narrative }) => (validate({ facts, narrative }) ? [] : (validate.errors ?? []));
}

describe('the golden events', () => {
  it('are there for every type and every schema up to the one of today, and for nothing else', () => {
    const written = Object.entries(EVENT_SCHEMAS).flatMap(([type, schema]) =>
      Array.from({ length: schema }, (_, index) => `${type}/${index + 1}`),
    );
    expect(files.map(({ type, schema }) => `${type}/${schema}`).sort()).toEqual(written.sort());
  });

  it('stand as they were taken in: events are added, and never changed', async () => {
    expect(rewritten(await keptDigests(ROOT), files)).toEqual([]);
  });
});

describe.each(places)('%s', (_, file) => {
  it('is brought to the shape of today', async () => {
    const faults = await validatorOf(file.type);
    for (const event of file.events) expect([event, faults(today(event))]).toEqual([event, []]);
  });

  it('is brought there by its facts alone, for readers who see no narrative', () => {
    for (const event of file.events) {
      const { facts, ...rest } = upcast(event.type, event.schema, { facts: event.facts });
      expect([facts, rest]).toEqual([today(event).facts, {}]);
    }
  });

  it('is taken in by its aggregate', () => {
    const { initialState, evolve } = aggregates[kindOf(file.type).kind as StreamKind] as Evolving;
    const before = streamBefore(file.type).reduce(
      (state, event) => evolve(state, today(event)),
      initialState,
    );
    for (const event of file.events) expect(evolve(before, today(event))).toBeDefined();
  });

  it('is taken in by every table of a view that is for its kind of stream', () => {
    const { kind } = kindOf(file.type);
    for (const table of VIEWS.flatMap(({ tables }) => tables)) {
      if (!table.kinds.some((one) => one === kind)) continue;
      const before = streamBefore(file.type).reduce<object | null>(
        (row, event) => table.fold(row, seenByViews(kind, event)),
        null,
      );
      for (const event of file.events)
        expect(table.fold(before, seenByViews(kind, event))).toBeInstanceOf(Object);
    }
  });
});

interface Evolving {
  readonly initialState: unknown;
  readonly evolve: (state: unknown, event: unknown) => unknown;
}

it.each(events)('%s of today is shown in every variant of its shape', (type, _kind, event) => {
  const shown = files.find((file) => file.type === type && file.schema === schemaToday(type))!.events;
  const facts = unseenVariants(
    event.facts,
    shown.map((one) => one.facts),
    'facts',
  );
  const texts = unseenVariants(
    textsOf(event),
    shown.map(({ narrative }) => narrative),
    'narrative',
  );
  expect([...facts, ...texts]).toEqual([]);
});

/** Every text has to be seen once. */
function textsOf({ texts }: EventType): Shape {
  const members = texts.map((text) => ({
    ...{ ...text, optional: false, by: null },
    shape: { kind: 'text', pattern: null, named: null } as const,
  }));
  return { kind: 'object', members, named: null };
}
