import type { EventHeader, RecordedEvent } from '#event-log';

/** A row of an event as the driver gives it: bigint as text, timestamptz as Date, bytea as Buffer. */
export interface EventRow {
  readonly position: string;
  readonly revision: string;
  readonly recorded_at: Date;
  /** Header and facts are UTF-8; they travel as text, which is half as long as bytea. */
  readonly header: string;
  readonly facts: string;
  readonly narrative: Buffer | null;
}

export const eventFromRow = (row: EventRow): RecordedEvent => ({
  position: BigInt(row.position),
  revision: BigInt(row.revision),
  recordedAt: row.recorded_at.toISOString(),
  header: JSON.parse(row.header) as EventHeader,
  headerBytes: Buffer.from(row.header, 'utf8'),
  factsBytes: Buffer.from(row.facts, 'utf8'),
  narrativeBytes: row.narrative,
});
