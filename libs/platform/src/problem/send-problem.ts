import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';

/** Sends a problem document that names the request, so that an answer and the log can be put side by side. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .status(problem.status)
    .headers({ 'cache-control': 'no-store', 'request-id': request.id, ...problem.headers })
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify({ ...problem.document(), request: request.id }));
}
