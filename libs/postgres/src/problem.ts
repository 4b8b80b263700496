/** What can be wrong with a PostgreSQL server or with the machine under it; each message says what to do about it. */
export type ProblemCode =
  | 'no-binaries'
  | 'no-account'
  | 'other-account'
  | 'not-writable'
  | 'disk-full'
  | 'other-version'
  | 'socket-taken'
  | 'leftover-processes'
  | 'cannot-start'
  | 'data-folder-in-use'
  | 'bad-database-url'
  | 'missing-role'
  | 'not-utf8'
  | 'unknown-migration';

/** A broken or unsuitable machine, said so that the person at the terminal knows what to do next. */
export class PostgresProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PostgresProblem';
  }
}

/** Another living process has the claim that was asked for. `pid` is that process, when it could be found out. */
export class DataFolderInUse extends PostgresProblem {
  constructor(
    readonly claim: string,
    readonly dataFolder: string,
    readonly pid: number | undefined,
  ) {
    const holder = pid === undefined ? 'another process' : `process ${pid}`;
    super(
      'data-folder-in-use',
      `The data folder ${dataFolder} is in use: ${holder} is its ${claim}. ` +
        'Stop that process first, or name another folder in TOUCHSTONE_DATA.',
    );
    this.name = 'DataFolderInUse';
  }
}

/** The `code` of an error from Node (`ENOENT`) or from PostgreSQL (`42P01`), if it has one. */
export function errorCode(error: unknown): string | undefined {
  return textProperty(error, 'code');
}

/** Reads a property without asking `instanceof Error`, which errors of Node's own modules fail under Jest. */
export function textProperty(error: unknown, name: 'code' | 'message'): string | undefined {
  const value = (error as Partial<Record<typeof name, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
}
