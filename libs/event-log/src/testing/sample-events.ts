import { randomUUID } from 'node:crypto';
import type { Append, Expectation } from '../event-log.js';
import { sha256Hex } from '../record/digest.js';
import { makeRecord, type EventRecord } from '../record/event-record.js';
import { streamName } from '../record/stream-name.js';

export const aStream = (authority = 'northshire', kind = 'case-audit'): string =>
  streamName(authority, kind, randomUUID());

export interface SampleEvent {
  readonly type?: string;
  readonly facts?: object;
  readonly narrative?: Readonly<Record<string, string>> | null;
}

/** An event that means nothing, well made. */
export const anEvent = (
  stream: string,
  { type = 'SectionGraded', facts = {}, narrative = null }: SampleEvent = {},
): EventRecord =>
  makeRecord({
    stream,
    id: randomUUID(),
    type,
    schema: 1,
    occurredAt: '2026-03-02T09:00:00.000Z',
    actor: randomUUID(),
    command: randomUUID(),
    correlation: randomUUID(),
    causation: null,
    keyScope: 'case-audit',
    facts,
    narrative,
  });

/** An append of `count` events under a command of its own. */
export function anAppend(
  stream: string,
  options: {
    expect?: Expectation;
    count?: number;
    commandId?: string;
    digest?: string;
    event?: SampleEvent;
  } = {},
): Append {
  const {
    expect = 'any',
    count = 1,
    commandId = randomUUID(),
    digest = sha256Hex(commandId),
    event,
  } = options;
  return {
    stream,
    events: Array.from({ length: count }, () => anEvent(stream, event)),
    expect,
    command: { id: commandId, digest },
  };
}
