import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { invalidInput } from './invalid-input.js';

/** Where Nest keeps what the parameters of a handler are taken from, and how it marks those from the query of an address. */
const HANDLER_PARAMETERS = '__routeArguments__';
const FROM_QUERY = /^4:/;

/**
 * Refuses a query on a route that reads none: who asks for `?asOf=` where nothing is known as of a day must not be answered as of
 * now. What a route does read is checked by its class.
 */
export class NoUnknownParameters implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!readsQuery(context)) {
      const { query } = context.switchToHttp().getRequest<FastifyRequest>();
      const names = Object.keys(query as object);
      if (names.length > 0) throw invalidInput(names.map(unknown));
    }
    return next.handle();
  }
}

const readsQuery = (context: ExecutionContext): boolean =>
  Object.keys(
    (Reflect.getMetadata(HANDLER_PARAMETERS, context.getClass(), context.getHandler().name) as
      object | undefined) ?? {},
  ).some((key) => FROM_QUERY.test(key));

const unknown = (name: string): { path: string; message: string } => ({
  path: name.slice(0, 200),
  message: 'is not known here',
});
