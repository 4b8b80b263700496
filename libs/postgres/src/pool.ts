import pg from 'pg';
import type { Connection } from './connection.js';
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
  /** Told about sessions that were lost while nobody used them. */
  readonly log: (line: string) => void;
}

/**
 * A pool whose sessions run under `role` and find the tables of the schema `touchstone`.
 * It survives the loss of the server: broken sessions are dropped and new ones are made when they are asked for.
 */
export function openPool({ connection, role, max = 10, log }: PoolOptions): Pool {
  const pool = new pg.Pool({
    ...connection,
    Client: Session,
    max,
    // The log sends its next statement before the last one is answered.
    pipeline: role === 'touchstone_append',
    options: sessionOptions(role),
    application_name: role ?? connection.user,
  });
  pool.on('error', (error) => log(`A database session was lost: ${error.message}`));
  return pool;
}
