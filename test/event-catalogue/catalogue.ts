import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig, type Options } from 'prettier';
import { EVENT_SCHEMAS } from '#audit-cycle';
import { declaredEvents } from './declared-events.js';
import { viewsThatFold } from './folding-views.js';
import { DIGESTS, digestsText, keptDigests, rewritten } from './golden-digests.js';
import { goldenFiles, type GoldenEvent, type GoldenFile } from './golden-events.js';
import { eventSchema } from './json-schema.js';
import { aggregatePage, indexPage, schemaPath, type AggregateInUse } from './pages.js';
import type { Aggregate } from './shape.js';

export const CATALOGUE = 'docs/events';

/** The version of each event's shape that is written. */
export type Schemas = Readonly<Record<string, number>>;

/** Paths from the checkout to what has to stand there. */
export type Files = ReadonlyMap<string, string>;

/**
 * The event catalogue as the source and the golden events make it, and the digests with those of new golden events.
 * @throws Error where a golden event is missing or was changed, and where the source cannot be shown.
 */
export async function catalogue(root: string, schemas: Schemas = EVENT_SCHEMAS): Promise<Files> {
  const [golden, kept] = await Promise.all([goldenFiles(root), keptDigests(root)]);
  const changed = rewritten(kept, golden);
  if (changed.length > 0)
    throw new Error(
      `Golden events are added and never changed. Put these back as they were: ${changed.join(', ')}`,
    );
  const aggregates = declaredEvents(root).map((aggregate) => inUse(aggregate, golden, schemas));
  const schemasOfThen = await olderSchemas(root, schemas);
  const options = await resolveConfig(join(root, 'package.json'));
  const made: [string, string][] = await Promise.all([
    page('README.md', indexPage(aggregates), options),
    ...aggregates.map((one) => page(`${one.aggregate.kind}.md`, aggregatePage(one), options)),
    ...aggregates.flatMap(({ events }) =>
      events.map(async ({ event, schema }): Promise<[string, string]> => {
        const text = JSON.stringify(eventSchema(event, schema));
        return [
          `${CATALOGUE}/${schemaPath(event.type, schema)}`,
          await format(text, { ...options, parser: 'json' }),
        ];
      }),
    ),
  ]);
  return new Map([...made, ...schemasOfThen, [DIGESTS, digestsText(kept, golden)]]);
}

/** Files that are missing, hold something else, or stand in the catalogue without belonging to it. */
export async function differences(root: string, files: Files): Promise<readonly string[]> {
  const standing = await Promise.all(
    [...files].map(async ([path, text]) => ((await textAt(join(root, path))) === text ? [] : [path])),
  );
  return [...standing.flat(), ...(await strangers(root, files))].sort();
}

/** Writes what differs and removes what does not belong to it. */
export async function bringUpToDate(root: string, files: Files): Promise<readonly string[]> {
  const different = await differences(root, files);
  for (const path of different) {
    const text = files.get(path);
    if (text === undefined) {
      await rm(join(root, path));
      continue;
    }
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return different;
}

function inUse(aggregate: Aggregate, golden: readonly GoldenFile[], schemas: Schemas): AggregateInUse {
  const examplesOf = (type: string): readonly [GoldenEvent, ...GoldenEvent[]] => {
    const schema = schemas[type];
    if (schema === undefined)
      throw new Error(`${type} has no version of its shape: name it in EVENT_SCHEMAS.`);
    const [first, ...others] = golden.find((one) => one.type === type && one.schema === schema)?.events ?? [];
    if (first === undefined)
      throw new Error(`There is no golden event of ${type}, schema ${schema}. Add one.`);
    return [first, ...others];
  };
  const [begins] = examplesOf(aggregate.events[0]!.type);
  const events = aggregate.events.map((event) => {
    const examples = examplesOf(event.type);
    const views = viewsThatFold(aggregate.kind, begins, examples);
    return { event, schema: examples[0].schema, example: examples[0], views };
  });
  return { aggregate, events };
}

async function page(name: string, text: string, options: Options | null): Promise<[string, string]> {
  return [`${CATALOGUE}/${name}`, await format(text, { ...options, parser: 'markdown' })];
}

/** The source says only what holds today: the JSON Schema of a version before stays as it was made then. */
function olderSchemas(root: string, schemas: Schemas): Promise<readonly (readonly [string, string])[]> {
  const paths = Object.entries(schemas).flatMap(([type, today]) =>
    Array.from({ length: today - 1 }, (_, index) => `${CATALOGUE}/${schemaPath(type, index + 1)}`),
  );
  return Promise.all(
    paths.map(async (path) => {
      const text = await textAt(join(root, path));
      if (text === null)
        throw new Error(`${path} is gone, and the source of today cannot make it: put it back.`);
      return [path, text] as const;
    }),
  );
}

async function strangers(root: string, files: Files): Promise<readonly string[]> {
  const entries = await readdir(join(root, CATALOGUE), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
    .filter((path) => !files.has(path));
}

const textAt = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);
