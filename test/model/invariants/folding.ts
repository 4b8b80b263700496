import { isDeepStrictEqual } from 'node:util';
import { aggregates, type AuditCycleEvent, type StreamKind } from '#audit-cycle';
import { AUTHORITY, type AtWork } from '../at-work.js';
import type { Happened } from './history.js';

/** What the process that decided remembers of each stream is what the log gives, folded anew. */
export async function foldingFindings(
  work: AtWork,
  history: readonly Happened[],
): Promise<readonly string[]> {
  const findings: string[] = [];
  const { streams } = work.gateway.lookups;
  for (const [stream, events] of Map.groupBy(history, ({ kind, id }) => `${kind}-${id}`)) {
    const { kind, id } = events[0]!;
    const { state } = await streams.recall(AUTHORITY, kind, id);
    if (!isDeepStrictEqual(state, refolded(kind, events))) findings.push(`${stream} is remembered otherwise`);
  }
  return findings;
}

const refolded = (kind: StreamKind, events: readonly Happened[]): unknown => {
  const { initialState, evolve } = aggregates[kind] as {
    readonly initialState: unknown;
    readonly evolve: (state: unknown, event: AuditCycleEvent) => unknown;
  };
  return events.reduce(
    (state, { type, facts }) => evolve(state, { type, facts, narrative: null } as AuditCycleEvent),
    initialState,
  );
};
