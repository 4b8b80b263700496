import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Lines of JSON. They hold codes, ids of requests, routes and times: no bodies, no narrative, no tokens, no addresses with ids
 * in them. Of an error, its type, code, message and stack are written and none of the values that drivers hang on it.
 */
export const openLog = (level: LogLevel, destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      serializers: { err: bare },
    },
    ...(destination === undefined ? [] : [destination]),
  );

interface BareError {
  readonly type: string;
  readonly code: string | undefined;
  readonly message: string;
  readonly stack: string;
}

function bare(error: unknown): BareError | { readonly type: string } {
  if (!(error instanceof Error) && !isErrorOfAnotherRealm(error)) return { type: typeof error };
  const { type, message, stack } = stdSerializers.err(error);
  const code = (error as { code?: unknown }).code;
  return {
    type,
    code: typeof code === 'string' ? code : undefined,
    message: holdsValues(code) ? message.replaceAll(/"[^"]*"/g, '"..."') : message,
    stack: stack
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
  };
}

/** PostgreSQL's classes 22 (data) and 23 (integrity) quote what was sent. */
const holdsValues = (code: unknown): boolean => typeof code === 'string' && /^2[23]\w{3}$/.test(code);

/** Errors of Node's own modules are not instances of a Jest realm's Error. */
const isErrorOfAnotherRealm = (error: unknown): error is Error =>
  Object.prototype.toString.call(error) === '[object Error]';
