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

  /** Says in the headers what an answer is about: the stream's revision, and how far the log had come. */
  async describe(reply: FastifyReply, authority: string, revision?: bigint): Promise<void> {
    void reply.header('position', String(await this.parts.log.head(authority)));
    if (revision !== undefined) void reply.header('etag', etagOf(revision));
  }
}
