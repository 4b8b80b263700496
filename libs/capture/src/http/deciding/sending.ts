import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Envelope } from '#audit-cycle';
import { actingPersonOf } from '#identity';
import { Problem } from '#platform';
import { commandIdFrom } from './command-id.js';
import { preferredWait } from './preferred-wait.js';
import { seenRevisionFrom } from './seen-revision.js';

/** Everything about a command that its headers say: who gives it, under which id, on what they saw. */
export interface Sending {
  readonly envelope: Omit<Envelope, 'order'>;
  /** Milliseconds, null for not waiting. */
  readonly wait: number | null;
}

export function sendingFrom(request: FastifyRequest): Sending {
  const { authority, person, roles } = actingPersonOf(request);
  const { headers } = request;
  const seenRevision = seenRevisionFrom(headers['if-match']);
  const at = momentFrom(headers['occurred-at']);
  return {
    envelope: {
      authority,
      actor: { person, roles },
      commandId: commandIdFrom(headers['idempotency-key']),
      ...(seenRevision === undefined ? {} : { seenRevision }),
      ...(at === undefined ? {} : { at }),
    },
    wait: preferredWait(headers['prefer']),
  };
}

/** What the headers of the request say about the command that it sends. */
export const Sends = createParamDecorator((_: unknown, context: ExecutionContext) =>
  sendingFrom(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Only an authority with a simulated clock takes it; the gateway refuses it elsewhere. */
function momentFrom(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const date = typeof header === 'string' && MOMENT.test(header) ? new Date(header) : null;
  if (date !== null && !Number.isNaN(date.getTime())) return date.toISOString();
  throw new Problem(
    400,
    'occurred-at-malformed',
    'Send Occurred-At as a moment in UTC: YYYY-MM-DDTHH:mm:ss.sssZ.',
  );
}

const MOMENT = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/;
