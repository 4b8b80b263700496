import type { EventLog, RecordedEvent } from '#event-log';

/** The whole record of an authority, in the log's order. */
export async function recordOf(log: EventLog, authority: string): Promise<readonly RecordedEvent[]> {
  const record: RecordedEvent[] = [];
  for (let after = 0n; ;) {
    const { events, through } = await log.readAll(authority, { after });
    record.push(...events);
    if (through === after) return record;
    after = through;
  }
}

/** What must hold of every record, whoever wrote it: positions dense, streams without gap or fork, time never back, no event twice. */
export function lookAtRecord(record: readonly RecordedEvent[]): readonly string[] {
  const findings: string[] = [];
  const revisions = new Map<string, bigint>();
  const ids = new Set<string>();
  let position = 0n;
  let recordedAt = '';
  for (const event of record) {
    const { stream, id } = event.header;
    if (event.position !== position + 1n)
      findings.push(`position ${event.position} comes after position ${position}`);
    const expected = (revisions.get(stream) ?? -1n) + 1n;
    if (event.revision !== expected)
      findings.push(`${stream} has revision ${event.revision} where ${expected} must be`);
    if (event.recordedAt < recordedAt)
      findings.push(`position ${event.position} was recorded before the position before it`);
    if (ids.has(id)) findings.push(`the event ${id} is in the record twice`);
    ids.add(id);
    ({ position, recordedAt } = event);
    revisions.set(stream, event.revision);
  }
  return findings;
}
