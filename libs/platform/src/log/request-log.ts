import type { FastifyInstance } from 'fastify';
import type { Log } from './log.js';

/** One line for each answer: the route as declared and never the address, since addresses hold ids and filters. */
export function logRequests(server: FastifyInstance, log: Log): void {
  server.addHook('onResponse', (request, reply, done) => {
    log.info(
      {
        request: request.id,
        method: request.method,
        route: request.is404 ? null : request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
    done();
  });
}
