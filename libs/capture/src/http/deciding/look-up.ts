import { Inject, Injectable } from '@nestjs/common';
import type { AggregateTypes, StreamKind } from '#audit-cycle';
import type { FastifyReply } from 'fastify';
import { CAPTURE_PARTS, type CaptureParts } from './capture-parts.js';
import { notFound } from './refused.js';
import { etagOf } from './seen-revision.js';

/** Reads from the record what the API shows of it. Another authority's ids find nothing. */
@Injectable()
export class LookUp {
  constructor(@Inject(CAPTURE_PARTS) private readonly parts: CaptureParts) {}

  /** The state of a stream and its revision. @throws Problem 404 where there is no such stream */
  async one<K extends StreamKind>(
    authority: string,
    kind: K,
    id: string,
    what: string,
  ): Promise<{ readonly state: AggregateTypes[K]['state']; readonly revision: bigint }> {
    const { state, revision } = await this.parts.gateway.lookups.streams.load(authority, kind, id);
    if (revision === null) throw notFound(what);
    return { state, revision };
  }

  /**
   * Reads what is answered, and says in the headers how much of the log that tells of. The log is asked first: what is recorded in
   * between makes the answer newer than its Position, never older.
   */
  async shown<Answer>(
    reply: FastifyReply,
    authority: string,
    read: () => Promise<{ readonly answer: Answer; readonly revision?: bigint }>,
  ): Promise<Answer> {
    const position = await this.parts.log.head(authority);
    const { answer, revision } = await read();
    void reply.header('position', String(position));
    if (revision !== undefined) void reply.header('etag', etagOf(revision));
    return answer;
  }
}
