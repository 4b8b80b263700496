import { expect } from '@jest/globals';
import { MemoryEventLog, type EventLog } from '#event-log';
import { VIEWS } from '#views';
import { cycleOf35 } from '#views/testing';
import type { ViewStore } from '../view-store.js';
import { appendHistory } from './append-history.js';
import { running } from './running.js';

export const NORTHSHIRE = 'northshire';
export const { events } = cycleOf35();
export const LAST = BigInt(events.length);

/** Longest that anything may take, in milliseconds. */
export const WAIT = 60_000;

/** A log in memory that holds these events. */
export async function aLog(
  happened = events,
  narrative: Record<string, string> | null = null,
): Promise<EventLog> {
  const log = new MemoryEventLog(() => new Date('2021-06-01T12:00:00.000Z'));
  await appendHistory(log, NORTHSHIRE, happened, narrative);
  return log;
}

/** Follows the log until every view is level, and gives their digests. */
export async function digests(log: EventLog, store: ViewStore): Promise<readonly string[]> {
  const { projections, stop } = running(log, store);
  const found: string[] = [];
  for (const { name } of VIEWS) {
    expect(await projections.waitForPosition(name, NORTHSHIRE, await log.head(NORTHSHIRE), WAIT)).toBe(true);
    found.push((await projections.digest(name, NORTHSHIRE)).digest);
  }
  await stop();
  return found;
}
