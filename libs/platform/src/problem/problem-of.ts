import { HttpException } from '@nestjs/common';
import { Problem } from './problem.js';

/** Whether the failure is one that the person at the other end can do nothing about and somebody must look into. */
export interface FoundProblem {
  readonly problem: Problem;
  readonly unexpected: boolean;
}

/** What any thrown thing is answered with. Nothing of an unknown error is told to whoever asked. */
export function problemOf(error: unknown): FoundProblem {
  if (error instanceof Problem) return { problem: error, unexpected: error.status >= 500 };
  const status = refusedByFramework(error);
  if (status !== null) return { problem: ofFramework(status), unexpected: false };
  const code = codeOf(error);
  if (code === 'LOG_BUSY') return { problem: logBusy(), unexpected: true };
  if (DISK_FULL.has(code)) return { problem: diskFull(), unexpected: true };
  if (isConnectionLoss(code, error)) return { problem: databaseAway(), unexpected: true };
  return { problem: internalError(), unexpected: true };
}

const internalError = (): Problem =>
  new Problem(
    500,
    'internal-error',
    'Something went wrong on our side, and nothing of it is known to be recorded. Send the same request again under ' +
      'the same Idempotency-Key; if it fails again, give the request id to whoever runs this service.',
  );

const databaseAway = (): Problem =>
  new Problem(
    503,
    'database-unreachable',
    'The database cannot be reached at the moment. Send the same request again in a few seconds, under the same Idempotency-Key.',
    { headers: { 'retry-after': '5' } },
  );

const logBusy = (): Problem =>
  new Problem(
    503,
    'log-busy',
    'More is being recorded at the moment than can wait in line, and nothing of this was. Send the same request again in a second, ' +
      'under the same Idempotency-Key.',
    { headers: { 'retry-after': '1' } },
  );

const diskFull = (): Problem =>
  new Problem(
    507,
    'disk-full',
    'The disk of the server is full, so nothing was recorded. Make room on it, then send the same request again.',
  );

/** What the framework itself refuses, in our own words: its messages repeat what was sent. */
const FRAMEWORK: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: [
    'malformed-request',
    'The request cannot be read. Check its address, its headers and the form of its body.',
  ],
  404: ['not-found', 'There is nothing at this address, or not for this method.'],
  406: ['not-acceptable', 'This is not available in the form that was asked for.'],
  408: ['request-too-slow', 'The request took too long to arrive. Send it again.'],
  413: ['body-too-large', 'The body is larger than this address takes.'],
  414: ['address-too-long', 'The address is longer than any address here.'],
  415: ['media-type-not-supported', 'Send the body as application/json, or as this address asks for it.'],
  431: ['headers-too-large', 'The headers of the request are larger than any request here needs.'],
};

/** The status with which Nest or Fastify turned a request down before it reached us; null for anything else. */
function refusedByFramework(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const { name, statusCode } = (error ?? {}) as { name?: unknown; statusCode?: unknown };
  return name === 'FastifyError' && typeof statusCode === 'number' && statusCode < 500 ? statusCode : null;
}

function ofFramework(status: number): Problem {
  const [code, detail] = FRAMEWORK[status] ?? ['refused', 'The request was refused.'];
  return new Problem(status, code, detail);
}

/** SQLSTATE of PostgreSQL, and the system's own code. */
const DISK_FULL = new Set(['53100', 'ENOSPC']);
const CONNECTION =
  /^(ENOENT|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ECONNRESET|EPIPE|ETIMEDOUT|08\w{3}|57P\w{2}|53300)$/;

/** Told by shape: the platform knows no driver. Connecting to a socket that is not there fails with ENOENT in `connect`. */
const isConnectionLoss = (code: string, error: unknown): boolean =>
  code === 'ENOENT' ? textOf(error, 'syscall') === 'connect' : CONNECTION.test(code) || isCutOff(error);

/**
 * What drivers say without a code. From a transaction whose session was lost TypeORM takes the session away, and of the statements that
 * come after that it says no more than that it was released.
 */
const CUT_OFF = [
  /^Connection terminated/,
  /is not queryable$/,
  /^timeout exceeded when trying to connect/,
  /^Query runner already released\./,
  /^Database connection provided by a query runner was already released/,
];

const isCutOff = (error: unknown): boolean => CUT_OFF.some((said) => said.test(textOf(error, 'message')));

/** A driver may wrap the error that it met. */
const codeOf = (error: unknown): string =>
  textOf(error, 'code') ||
  textOf((error as { driverError?: unknown } | null | undefined)?.driverError, 'code');

function textOf(error: unknown, name: 'code' | 'message' | 'syscall'): string {
  const value = (error as Partial<Record<typeof name, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}
