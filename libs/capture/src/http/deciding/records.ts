import { applyDecorators, HttpCode, UseInterceptors, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ApiProblem } from '#platform';
import { RecordedBody, RecordedInterceptor } from './recorded.js';
import { CODES_BY_STATUS, REFUSAL_STATUSES } from './refusal-status.js';

export interface RecordsSettings {
  readonly summary: string;
  /** Whether it makes something new, which is answered with 201 the first time. */
  readonly creates?: boolean;
  /** What the answer says besides id, revision and position. */
  readonly answers?: Type;
}

const HEADERS = {
  ETag: { description: 'Revision of the stream, for If-Match.', schema: { type: 'string' } },
  Position: { description: 'How much of the log it takes to see this.', schema: { type: 'string' } },
  'Preference-Applied': {
    description: '`wait` when views and processes had it before the answer.',
    schema: { type: 'string' },
  },
} as const;

/** A route that sends a command: how its answer is made, and what the description of the API says about it. */
export const Records = ({ summary, creates = false, answers }: RecordsSettings): MethodDecorator => {
  const body = { $ref: getSchemaPath(RecordedBody) };
  const schema = answers === undefined ? body : { allOf: [body, { $ref: getSchemaPath(answers) }] };
  const answer = (status: number, description: string): MethodDecorator =>
    ApiResponse({ status, description, headers: HEADERS, schema });
  return applyDecorators(
    HttpCode(creates ? 201 : 200),
    UseInterceptors(RecordedInterceptor),
    ApiOperation({ summary }),
    ApiExtraModels(RecordedBody, ...(answers === undefined ? [] : [answers])),
    ...(creates ? [answer(201, 'Recorded')] : []),
    answer(200, creates ? 'Recorded before, under the same Idempotency-Key' : 'Recorded'),
    ...REQUEST_HEADERS.map((header) => ApiHeader({ required: false, ...header })),
    ApiProblem(
      400,
      ...['invalid-input', 'malformed-json', 'member-twice', 'null-character', 'idempotency-key-malformed'],
      ...['if-match-malformed', 'occurred-at-malformed'],
    ),
    ApiProblem(415, 'media-type-not-supported'),
    ...REFUSAL_STATUSES.map((status) =>
      ApiProblem(status, ...CODES_BY_STATUS[status], ...(status === 413 ? ['body-too-large'] : [])),
    ),
    ApiProblem(503, 'database-unreachable', 'log-busy'),
    ApiProblem(507, 'disk-full'),
  );
};

const REQUEST_HEADERS = [
  {
    name: 'Idempotency-Key',
    description:
      'Id of the command. Sent again with the same body it gives the first answer; with another body it is refused.',
    schema: { type: 'string', maxLength: 200 },
  },
  {
    name: 'If-Match',
    description: 'ETag that was seen. What has changed since is not overwritten: 412.',
    schema: { type: 'string' },
  },
  {
    name: 'Prefer',
    description: '`wait` or `wait=5`: seconds to wait, 30 at most, until every view knows what was recorded.',
    schema: { type: 'string' },
  },
  {
    name: 'Occurred-At',
    description: 'The moment, in an authority with a simulated clock; refused elsewhere.',
    schema: { type: 'string', format: 'date-time' },
  },
];
