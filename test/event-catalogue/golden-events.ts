import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, makeRecord } from '#event-log';

/** Events as they were stored by the versions that wrote them: a file for each type and schema, a line for each event. */
export const GOLDEN = 'test/event-catalogue/golden';

export interface GoldenEvent {
  readonly type: string;
  readonly schema: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly narrative: Readonly<Record<string, string>> | null;
}

export interface GoldenFile {
  readonly type: string;
  readonly schema: number;
  readonly events: readonly GoldenEvent[];
}

/** By type, then schema. @throws Error where a file is not what its name says, or a line is not canonical JSON. */
export async function goldenFiles(root: string): Promise<readonly GoldenFile[]> {
  const paths = (await readdir(join(root, GOLDEN), { recursive: true })).filter((path) =>
    path.includes('.json'),
  );
  const files = await Promise.all(
    paths.map(async (path) => fileOf(path, await readFile(join(root, GOLDEN, path), 'utf8'))),
  );
  return files.sort((one, other) =>
    one.type < other.type ? -1 : one.type > other.type ? 1 : one.schema - other.schema,
  );
}

export function fileOf(path: string, text: string): GoldenFile {
  const [, type, version] = /^(\w+)\/([1-9]\d*)\.jsonl$/.exec(path) ?? [];
  if (type === undefined) throw new Error(`${GOLDEN}/${path} is not named {type}/{schema}.jsonl`);
  const schema = Number(version);
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length === 0)
    throw new Error(`${GOLDEN}/${path} has to hold one event on each line, and a line break after the last`);
  return {
    type,
    schema,
    events: lines.map((line, index) => eventOf(type, schema, line, `${path}:${index + 1}`)),
  };
}

function eventOf(type: string, schema: number, line: string, place: string): GoldenEvent {
  const event = JSON.parse(line) as GoldenEvent;
  if (canonicalJson(event) !== line) throw new Error(`${GOLDEN}/${place} is not canonical JSON`);
  const names = Object.keys(event).join();
  if (names !== 'facts,narrative,schema,type' || event.type !== type || event.schema !== schema)
    throw new Error(`${GOLDEN}/${place} has to be {"facts","narrative","schema":${schema},"type":"${type}"}`);
  return event;
}

const ID = '00000000-0000-7000-8000-000000000000';

/** SHA-256 of what the log stores of an event: its facts, and its narrative or `-`. */
export function storedDigests({ type, schema, facts, narrative }: GoldenEvent): string {
  const { header } = makeRecord({
    ...{ type, schema, facts, narrative },
    ...{ id: ID, actor: ID, command: ID, correlation: ID, causation: null, keyScope: 'golden' },
    stream: `golden/event-${ID}`,
    occurredAt: '2026-01-01T00:00:00.000Z',
  });
  return `${header.facts} ${header.narrative?.digest ?? '-'}`;
}
