import type { EventHeader, RecordedEvent } from '#event-log';
import { moment } from './moment.js';

/** A row of an event in the text form in which the server sends it. */
export interface EventRow {
  readonly position: string;
  readonly revision: string;
  readonly recorded_at: string;
  /** Header and facts are UTF-8; they travel as text, which is half as long as bytea. */
  readonly header: string;
  readonly facts: string;
  /** `\x` and hexadecimal digits. */
  readonly narrative: string | null;
}

export const eventFromRow = (row: EventRow): RecordedEvent => ({
  position: BigInt(row.position),
  revision: BigInt(row.revision),
  recordedAt: moment(row.recorded_at),
  header: JSON.parse(row.header) as EventHeader,
  headerBytes: Buffer.from(row.header, 'utf8'),
  factsBytes: Buffer.from(row.facts, 'utf8'),
  narrativeBytes: row.narrative === null ? null : Buffer.from(row.narrative.slice(2), 'hex'),
});
