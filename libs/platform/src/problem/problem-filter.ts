import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log/log.js';
import { problemOf } from './problem-of.js';
import { sendProblem } from './send-problem.js';

/** Answers everything that was thrown with a problem document. What nobody expected is logged under the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { problem, unexpected } = problemOf(error);
    if (unexpected) {
      this.log.error({ request: request.id, code: problem.code, err: error }, 'A request failed');
    }
    if (!reply.sent) sendProblem(problem, request, reply);
  }
}
