import { makeRecord, sha256Hex, streamName, type EventLog } from '#event-log';
import type { ViewEvent } from '#views';

/** Appends made-up events to a log, each on its own, with a narrative if there should be one. */
export async function appendHistory(
  log: EventLog,
  authority: string,
  events: readonly ViewEvent[],
  narrative: Readonly<Record<string, string>> | null = null,
): Promise<void> {
  for (const { stream: to, id, type, occurredAt, actor, facts } of events) {
    const stream = streamName(authority, to.kind, to.id);
    const about = { id, type, schema: 1, occurredAt, actor, command: id, correlation: id, causation: null };
    const answer = await log.append({
      stream,
      events: [makeRecord({ stream, ...about, keyScope: to.id, facts, narrative })],
      expect: 'any',
      command: { id, digest: sha256Hex(id) },
    });
    if (answer.outcome !== 'appended') throw new Error(`The log answered ${answer.outcome}`);
  }
}
