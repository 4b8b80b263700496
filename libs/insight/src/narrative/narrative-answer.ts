import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { ApiProblem } from '#platform';
import type { WrittenWords } from './narrated-streams.js';

export interface NarrativeAnswer {
  readonly id: string;
  /** In the order in which they happened; only events with words. */
  readonly items: readonly WrittenWords[];
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
