import {
  applyDecorators,
  Inject,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { actingPersonOf } from '#identity';
import { ApiProblem, Problem } from '#platform';
import type { View } from '#views';
import type { Answer } from './answer.js';
import { levelWith } from './level-with.js';
import { VIEW_LEVELS, type ViewLevels } from './sources.js';

const POSITION = /^\d{1,18}$/;
const READ_VIEWS = 'touchstone:read-views';

/**
 * Waits until every view of the route tells of the position that the request names, so that people see what they just did; afterwards says in
 * the headers how far the answer goes.
 */
@Injectable()
export class ViewPositions implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(VIEW_LEVELS) private readonly levels: ViewLevels,
  ) {}

  async intercept(
    context: ExecutionContext,
    next: CallHandler<Answer<unknown>>,
  ): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    await this.reach(
      this.reflector.get<readonly View[]>(READ_VIEWS, context.getHandler()),
      http.getRequest<FastifyRequest>(),
    );
    return next.handle().pipe(
      map(({ body, position, revision }) => {
        const reply = http.getResponse<FastifyReply>();
        if (position !== undefined) void reply.header('position', position);
        if (revision !== undefined && revision !== null) void reply.header('etag', `"${revision}"`);
        return body;
      }),
    );
  }

  private async reach(views: readonly View[], request: FastifyRequest): Promise<void> {
    const position = positionAskedFor(request.headers['position']);
    if (position === undefined) return;
    const { authority } = actingPersonOf(request);
    await Promise.all(views.map((view) => levelWith(this.levels, view, authority, position)));
  }
}

/** Declares which view a route reads, or which ones it reads one of. */
export const ReadsView = (...views: readonly View[]): MethodDecorator =>
  applyDecorators(
    SetMetadata(READ_VIEWS, views),
    UseInterceptors(ViewPositions),
    ApiHeader({
      name: 'Position',
      required: false,
      description: 'Wait until the answer tells of this position of the log, 5 seconds at most.',
      schema: { type: 'string', pattern: POSITION.source },
    }),
    ApiProblem(400, 'invalid-input', 'position-not-understood'),
    ApiProblem(503, 'view-behind', 'database-unreachable'),
  );

function positionAskedFor(header: string | string[] | undefined): bigint | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && POSITION.test(header)) return BigInt(header);
  throw new Problem(
    400,
    'position-not-understood',
    'Give the header Position once, as the whole number that an earlier answer carried.',
  );
}
