import type { EventFilter, LogPage, RecordedEvent } from '#event-log';
import type { Pool } from '#postgres';
import { eventFromRow, type EventRow } from './event-row.js';
import { query } from '../query.js';

/** A row of read-log.sql: an event, or before them the head of the log. */
type LogRow = EventRow | { readonly position: string; readonly header: null };

const isEvent = (row: LogRow): row is EventRow => row.header !== null;

/**
 * A filter that passes much is served best by the log itself, one that passes little by an index; which of them it is shows on the
 * way. So this many pages' worth of the log is looked through first, and the index is asked for the rest.
 */
const LOOKED_THROUGH = 4n;

/** Values stay the texts that the server sends: the driver would make dates and buffers of which other things are made at once. */
const AS_SENT = { getTypeParser: () => (text: string) => text };

/** Reads events with their narrative, or as if they had none. */
export class EventReader {
  private readonly texts: Readonly<Record<'read-stream' | 'read-log' | 'read-log-by-index', string>>;

  constructor(
    private readonly pool: Pool,
    reads: 'narrative' | 'facts',
  ) {
    const narrative = reads === 'narrative' ? 'e.narrative' : 'null::bytea';
    this.texts = {
      'read-stream': query('reading', 'read-stream', narrative),
      'read-log': query('reading', 'read-log', narrative),
      'read-log-by-index': query('reading', 'read-log-by-index', narrative),
    };
  }

  async stream(
    authority: string,
    stream: string,
    after: bigint,
    limit: number,
  ): Promise<readonly RecordedEvent[]> {
    return (await this.rows<EventRow>('read-stream', [authority, stream, after, limit])).map(eventFromRow);
  }

  async page(authority: string, after: bigint, limit: number, filter: EventFilter): Promise<LogPage> {
    const filters = [distinct(filter.types), distinct(filter.kinds)];
    const isFiltered = filters.some((names) => names !== null);
    const near = after + BigInt(limit) * (isFiltered ? LOOKED_THROUGH : 1n);
    const rows = await this.rows<LogRow>('read-log', [authority, after, near, limit, ...filters]);
    const events = rows.filter(isEvent).map(eventFromRow);
    // The first row; an empty log has none.
    const head = rows[0] === undefined ? 0n : BigInt(rows[0].position);
    if (isFiltered && events.length < limit && near < head) {
      const left = limit - events.length;
      const far = await this.rows<EventRow>('read-log-by-index', [authority, near, head, left, ...filters]);
      events.push(...far.map(eventFromRow));
    }
    if (events.length === limit) return { events, through: events.at(-1)!.position };
    return { events, through: head > after ? head : after };
  }

  private async rows<Row extends object>(
    name: keyof typeof this.texts,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const { rows } = await this.pool.query<Row>({
      name,
      text: this.texts[name],
      values: [...values],
      types: AS_SENT,
    });
    return rows;
  }
}

const distinct = (names: readonly string[] | undefined): readonly string[] | null =>
  names === undefined ? null : [...new Set(names)];
