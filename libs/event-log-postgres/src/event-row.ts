import { parseHeader, type RecordedEvent } from '#event-log';

/** A row of an event as the driver gives it: bigint as text, timestamptz as Date, bytea as Buffer. */
export interface EventRow {
  readonly position: string;
  readonly revision: string;
  readonly recorded_at: Date;
  readonly header: string;
  readonly facts: string;
  readonly narrative: Buffer | null;
}

export function eventFromRow(row: EventRow): RecordedEvent {
  const headerBytes = Buffer.from(row.header, 'utf8');
  return {
    position: BigInt(row.position),
    revision: BigInt(row.revision),
    recordedAt: row.recorded_at.toISOString(),
    header: parseHeader(headerBytes),
    headerBytes,
    factsBytes: Buffer.from(row.facts, 'utf8'),
    narrativeBytes: row.narrative,
  };
}
