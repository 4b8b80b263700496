import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GOLDEN, storedDigests, type GoldenFile } from './golden-events.js';

/** The digests of every golden event ever taken in. Lines are added to it, and none is changed or removed. */
export const DIGESTS = `${GOLDEN}/digests.txt`;

/** Place of an event, `CaseGraded/1.jsonl:3`, to the digests of its facts and narrative. */
export type GoldenDigests = ReadonlyMap<string, string>;

export async function keptDigests(root: string): Promise<GoldenDigests> {
  const text = await readFile(join(root, DIGESTS), 'utf8');
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );
}

export const digestsOf = (files: readonly GoldenFile[]): GoldenDigests =>
  new Map(
    files.flatMap(({ type, schema, events }) =>
      events.map((event, index) => [`${type}/${schema}.jsonl:${index + 1}`, storedDigests(event)] as const),
    ),
  );

/** Places whose event is not there any more as it was taken in. */
export const rewritten = (kept: GoldenDigests, files: readonly GoldenFile[]): readonly string[] => {
  const now = digestsOf(files);
  return [...kept].filter(([place, digests]) => now.get(place) !== digests).map(([place]) => place);
};

/** The digests with those of new events, by type, schema and line: what was kept stays as it is. */
export const digestsText = (kept: GoldenDigests, files: readonly GoldenFile[]): string =>
  [...new Map([...digestsOf(files), ...kept])].map(([place, digests]) => `${place} ${digests}\n`).join('');
