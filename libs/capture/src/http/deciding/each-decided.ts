import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import type { Order } from '#audit-cycle';
import { derivedId } from '#event-log';
import { ApiProblem } from '#platform';
import type { Accepted, CommandDesk } from './command-desk.js';
import type { Sending } from './sending.js';

/** What became of one of several commands. */
export class OneDecided {
  @ApiProperty({ type: 'string', format: 'uuid', description: 'What the command was about.' })
  id!: string;
  @ApiProperty({ type: 'boolean', description: 'Whether it was recorded.' })
  recorded!: boolean;
  @ApiProperty({
    type: 'integer',
    required: false,
    description: 'Recorded: revision of its stream afterwards.',
  })
  revision?: number;
  @ApiProperty({ type: 'string', required: false, description: 'Refused: why, for programs.' })
  code?: string;
  @ApiProperty({ type: 'string', required: false, description: 'Refused: why, and what to do about it.' })
  detail?: string;
}

export class EachDecided {
  @ApiProperty({ type: [OneDecided], description: 'In the order of the request.' })
  items!: OneDecided[];
}

/**
 * Hands in several orders, each as a command of its own: one may be refused and the next recorded. Their ids follow from the
 * request's, so a request that was cut off is finished by sending it again. An If-Match says nothing here and is passed over.
 */
export async function decideEach(
  desk: CommandDesk,
  sending: Sending,
  orders: readonly Order[],
): Promise<EachDecided> {
  const { authority, actor, commandId, at } = sending.envelope;
  const items: OneDecided[] = [];
  let last: Accepted | null = null;
  for (const [n, order] of orders.entries()) {
    const answer = await desk.execute({
      ...{ authority, actor, order, correlation: commandId },
      ...(at === undefined ? {} : { at }),
      commandId: derivedId('each', commandId, String(n), order.kind, order.id),
    });
    if (answer.ok && (last === null || answer.position > last.position)) last = answer;
    items.push(
      answer.ok
        ? { id: order.id, recorded: true, revision: Number(answer.revision) }
        : { id: order.id, recorded: false, code: answer.refusal.code, detail: answer.refusal.message },
    );
  }
  if (last !== null) await desk.recorded(sending, last);
  return { items };
}

/** A route that sends several commands at once: 200 whatever became of them, each with its own answer. */
export const RecordsEach = (summary: string, type: Type = EachDecided): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiOperation({ summary }),
    ApiOkResponse({ type, description: 'What became of each' }),
    ...['Idempotency-Key', 'Prefer', 'Occurred-At'].map((name) =>
      ApiHeader({ name, required: false, schema: { type: 'string' } }),
    ),
    ApiProblem(
      400,
      ...['invalid-input', 'malformed-json', 'member-twice', 'null-character', 'idempotency-key-malformed'],
      'occurred-at-malformed',
    ),
    ApiProblem(403, 'not-permitted'),
    ApiProblem(413, 'body-too-large'),
    ApiProblem(415, 'media-type-not-supported'),
    ApiProblem(503, 'database-unreachable', 'log-busy'),
    ApiProblem(507, 'disk-full'),
  );
