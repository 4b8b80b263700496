import { parseHeader, type RecordedEvent } from '#event-log';

/** A row of touchstone.event as the driver gives it: bigint as text, timestamptz as Date, bytea as Buffer. */
export interface EventRow {
  readonly position: string;
  readonly revision: string;
  readonly recorded_at: Date;
  readonly header: Buffer;
  readonly facts: Buffer;
  readonly narrative: Buffer | null;
}

/** How events are read: with narrative by the role that appends, without it by every other. */
export const READING = {
  narrative: {
    stream: 'read_stream',
    log: 'read_log',
    columns: 'position, revision, recorded_at, header, facts, narrative',
  },
  facts: {
    stream: 'read_stream_facts',
    log: 'read_log_facts',
    columns: 'position, revision, recorded_at, header, facts, null::bytea as narrative',
  },
} as const;

export const eventFromRow = (row: EventRow): RecordedEvent => ({
  position: BigInt(row.position),
  revision: BigInt(row.revision),
  recordedAt: row.recorded_at.toISOString(),
  header: parseHeader(row.header),
  headerBytes: row.header,
  factsBytes: row.facts,
  narrativeBytes: row.narrative,
});
