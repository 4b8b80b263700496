import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ActingPerson } from '#identity';
import { ApiProblem, type Log } from '#platform';
import type { NarratedKind, NarratedStream, WrittenWords } from './narrated-streams.js';

export interface NarrativeAnswer {
  readonly id: string;
  /** In the order in which they happened; only events with words. */
  readonly items: readonly WrittenWords[];
}

/** What is answered to whoever may read it; before that, the log takes a line with who and which stream, and without a word of it. */
export function told<K extends NarratedKind>(
  log: Log,
  { person }: ActingPerson,
  { name, id, revision, words }: NarratedStream<K>,
  reply: FastifyReply,
): NarrativeAnswer {
  log.info({ person, stream: name }, 'narrative read');
  void reply.header('etag', `"${revision}"`);
  return { id, items: words };
}

const TEXT = { type: 'string' } as const;

/** Documents a route that answers what was written in one stream. */
export const AnswersNarrative = (): MethodDecorator =>
  applyDecorators(
    ApiOkResponse({
      description: 'Every event that has narrative, the earliest first',
      headers: { ETag: { description: 'Revision of the stream.', schema: { ...TEXT, example: '"4"' } } },
      schema: {
        type: 'object',
        required: ['id', 'items'],
        properties: {
          id: { ...TEXT, format: 'uuid' },
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['revision', 'type', 'occurredAt', 'actor', 'narrative'],
              properties: {
                revision: { type: 'integer' },
                type: TEXT,
                occurredAt: { ...TEXT, format: 'date-time' },
                actor: TEXT,
                narrative: { type: 'object', additionalProperties: TEXT, description: 'Texts by name.' },
              },
            },
          },
        },
      },
    }),
    ApiProblem(400, 'invalid-input'),
    ApiProblem(404, 'not-found'),
    ApiProblem(503, 'database-unreachable'),
  );
