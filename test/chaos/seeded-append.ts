import { makeRecord, sha256Hex, streamName, type Append, type Expectation } from '#event-log';
import type { Uniform } from './uniform.js';

/** An authority of one run of a programme; the seed is in its name, the rest keeps runs in one database apart. */
export const authorityOf = (programme: string, seed: number): string =>
  `${programme}-${seed}-${Date.now().toString(36)}`;

export const streamsOf = (random: Uniform, authority: string, count: number, kind = 'case-audit'): string[] =>
  Array.from({ length: count }, () => streamName(authority, kind, random.uuid()));

/** An append that follows from the seed, ids included, whose events name their command and mean nothing. */
export function seededAppend(
  random: Uniform,
  stream: string,
  { expect = 'any', count = 1 }: { readonly expect?: Expectation; readonly count?: number } = {},
): Append {
  const id = random.uuid();
  const events = Array.from({ length: count }, (_, place) =>
    makeRecord({
      ...{ stream, id: random.uuid(), type: 'SectionGraded', schema: 1, keyScope: 'case-audit' },
      ...{ occurredAt: '2026-03-02T09:00:00.000Z', actor: id, command: id, correlation: id, causation: null },
      facts: { place },
      narrative: place % 2 === 0 ? null : { evidence: 'Seen and heard.' },
    }),
  );
  return { stream, events, expect, command: { id, digest: sha256Hex(id) } };
}
