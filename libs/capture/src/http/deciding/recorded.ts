import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { etagOf } from './seen-revision.js';

/** What was recorded, on its way to the answer: headers, status and body are made of it. */
export interface Recorded {
  readonly id: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly repeated: boolean;
  /** Whether views and processes had it before the answer was given. */
  readonly waited: boolean;
  /** Where a new resource is found. */
  readonly created?: string;
  /** What the answer says besides. */
  readonly extra?: object;
}

/** The body of every answer to a command. A repeat has the same. */
export class RecordedBody {
  @ApiProperty({ type: 'string', format: 'uuid', description: 'What the command was about.' })
  id!: string;
  @ApiProperty({ type: 'integer', description: 'Revision of its stream afterwards; the same as in ETag.' })
  revision!: number;
  @ApiProperty({
    type: 'string',
    description: 'How much of the log it takes to see it; the same as in Position.',
  })
  position!: string;
}

/** Makes the answer of what was recorded: 201 for something new, 200 for a repeat and for everything else. */
export class RecordedInterceptor implements NestInterceptor<Recorded, RecordedBody> {
  intercept(context: ExecutionContext, next: CallHandler<Recorded>): Observable<RecordedBody> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map(({ id, revision, position, repeated, waited, created, extra }) => {
        void reply
          .status(created !== undefined && !repeated ? 201 : 200)
          .headers({ etag: etagOf(revision), position: String(position) });
        if (created !== undefined) void reply.header('location', created);
        if (waited) void reply.header('preference-applied', 'wait');
        return { id, revision: Number(revision), position: String(position), ...extra };
      }),
    );
  }
}
