import { ApiOkResponse } from '@nestjs/swagger';

const POSITION = {
  Position: {
    description: 'How much of the log the answer tells of.',
    schema: { type: 'string', example: '1204' },
  },
};
const TEXT_OR_NULL = { oneOf: [{ type: 'string' }, { type: 'null' }] };

/** Documents a route that answers one page of a list. */
export const AnswersPage = (description: string): MethodDecorator =>
  ApiOkResponse({
    description,
    headers: POSITION,
    schema: {
      type: 'object',
      required: ['items', 'next'],
      properties: {
        items: { type: 'array', items: { type: 'object' } },
        next: {
          ...TEXT_OR_NULL,
          description: 'Give it as `after` for the page that follows; null at the end.',
        },
      },
    },
  });

/** Documents a route that answers one page of a list, with figures of all that the list has. */
export const AnswersFiguredPage = (description: string): MethodDecorator =>
  ApiOkResponse({
    description,
    headers: POSITION,
    schema: {
      type: 'object',
      required: ['items', 'next', 'figures', 'asOf'],
      properties: {
        items: { type: 'array', items: { type: 'object' } },
        next: {
          ...TEXT_OR_NULL,
          description: 'Give it as `after` for the page that follows; null at the end.',
        },
        figures: {
          type: 'object',
          required: ['n', 'missing'],
          description:
            'Of everything that fits, not of this page alone; `missing` says what they cannot tell of.',
          properties: { n: { type: 'integer' }, missing: { type: 'object' } },
        },
        asOf: { ...TEXT_OR_NULL, description: 'The moment that was asked for; null for now.' },
      },
    },
  });

/** Documents a route that answers all of a short list. */
export const AnswersWholeList = (description: string): MethodDecorator =>
  ApiOkResponse({
    description,
    headers: POSITION,
    schema: {
      type: 'object',
      required: ['items'],
      properties: { items: { type: 'array', items: { type: 'object' } } },
    },
  });

/** Documents a route that answers figures of a cycle. */
export const AnswersFigures = (description: string): MethodDecorator =>
  ApiOkResponse({
    description,
    headers: POSITION,
    schema: {
      type: 'object',
      required: ['id', 'title', 'position', 'asOf'],
      properties: {
        id: { type: 'string', format: 'uuid', description: 'Of the cycle.' },
        title: { type: 'string' },
        position: { type: 'string', description: 'How much of the log the figures tell of.' },
        asOf: { ...TEXT_OR_NULL, description: 'The moment that was asked for; null for now.' },
      },
    },
  });

/** Documents a route that answers figures that are not of one cycle. */
export const AnswersFiguresOf = (description: string): MethodDecorator =>
  ApiOkResponse({
    description,
    headers: POSITION,
    schema: {
      type: 'object',
      required: ['position', 'asOf'],
      properties: {
        position: { type: 'string', description: 'How much of the log the figures tell of.' },
        asOf: { ...TEXT_OR_NULL, description: 'The moment that was asked for; null for now.' },
      },
    },
  });

/** Documents a route that answers one thing. */
export const AnswersOneThing = (description: string): MethodDecorator =>
  ApiOkResponse({
    description,
    headers: {
      ETag: {
        description: 'Revision of its stream, to be sent as If-Match with a command.',
        schema: { type: 'string', example: '"4"' },
      },
    },
    schema: { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } },
  });

/** Documents a route that answers a table as CSV. */
export const AnswersCsv = (description: string): MethodDecorator =>
  ApiOkResponse({ description, headers: POSITION, content: { 'text/csv': { schema: { type: 'string' } } } });
