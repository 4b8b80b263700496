import pg from 'pg';
import type { Connection } from './connection.js';
import { withoutSession } from './no-session.js';
import { Session, sessionOptions } from './session.js';
import type { Role } from './roles.js';

export type Pool = pg.Pool;
export type PoolClient = pg.PoolClient;

export interface PoolOptions {
  readonly connection: Connection;
  /** The role of every session. Without it the sessions are the login's own, which only migrations need. */
  readonly role?: Role;
  /** Sessions at most. */
  readonly max?: number;
  /** How long a session is waited for, in milliseconds: until the server has answered, or until one of the others is free. */
  readonly patience?: number;
  /** Told about sessions that were lost while nobody used them. */
  readonly log: (line: string) => void;
}

type Connected = (error: Error | undefined, client: PoolClient | undefined, done: Release) => void;
type Release = PoolClient['release'];

/** A pool that says what to do when there is no session to be had. */
class ExplainingPool extends pg.Pool {
  constructor(
    options: pg.PoolConfig,
    private readonly explained: (error: unknown) => unknown,
  ) {
    super(options);
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<PoolClient> | void {
    if (callback === undefined) {
      return super.connect().catch((error: unknown) => {
        throw this.explained(error);
      });
    }
    super.connect((error, client, done) =>
      callback(error && (this.explained(error) as Error), client, done as Release),
    );
  }
}

/**
 * A pool whose sessions run under `role` and find the tables of the schema `touchstone`.
 * It survives the loss of the server: broken sessions are dropped and new ones are made when they are asked for. A server that
 * vanished without a word is noticed by the system, which asks idle connections whether they live.
 * Asking for a session fails with NoSession when there is none in time.
 */
export function openPool({ connection, role, max = 10, patience = 30_000, log }: PoolOptions): Pool {
  const pool = new ExplainingPool(
    {
      ...connection,
      Client: Session,
      max,
      keepAlive: true,
      connectionTimeoutMillis: patience,
      // The log sends its next statement before the last one is answered.
      pipeline: role === 'touchstone_append',
      options: sessionOptions(role),
      application_name: role ?? connection.user,
    },
    (error) => withoutSession(error, connection, max, patience),
  );
  pool.on('error', (error) => log(`A database session was lost: ${error.message}`));
  return pool;
}
