import { readdir, readFile } from 'node:fs/promises';
import { isConnectionLoss, Session, type Connection } from '#postgres';

/** A blow that an installation must take without losing or doubling anything. */
export interface Strike {
  readonly name: string;
  /** @returns false when there was nothing to strike at this moment. */
  strike(): Promise<boolean>;
}

/** Ends every session of a role, whatever it is in the middle of. */
export const endSessions = (connection: Connection, role: string): Strike => ({
  name: `sessions of ${role} ended`,
  strike: () =>
    inSession(connection, async (session) => {
      const { rowCount } = await session.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = $1 and datname = current_database()`,
        [role],
      );
      return (rowCount ?? 0) > 0;
    }),
});

/** Ends the sessions that listen for news of the log, and no other. */
export const endListening = (connection: Connection): Strike => ({
  name: 'listening sessions ended',
  strike: () =>
    inSession(connection, async (session) => {
      const { rowCount } = await session.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where query ilike 'listen %' and datname = current_database()`,
      );
      return (rowCount ?? 0) > 0;
    }),
});

/** Kills PostgreSQL with all of its processes at once, so that none of them gets to write what others have left undone. */
export const killPostgres = (connection: Connection): Strike => ({
  name: 'PostgreSQL killed',
  strike: () =>
    inSession(connection, async (session) => {
      const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
      const processes = await processesWithParents();
      const postmaster = processes.get(rows[0]!.pid);
      if (postmaster === undefined) return false;
      const children = [...processes].filter(([, parent]) => parent === postmaster).map(([pid]) => pid);
      for (const pid of [postmaster, ...children]) kill(pid);
      return true;
    }),
});

/** Answers false when the server is not there to be struck. */
async function inSession(
  connection: Connection,
  work: (session: Session) => Promise<boolean>,
): Promise<boolean> {
  const session = new Session({ ...connection, application_name: 'chaos' });
  try {
    await session.connect();
    return await work(session);
  } catch (error) {
    if (isConnectionLoss(error)) return false;
    throw error;
  } finally {
    await session.end().catch(() => undefined);
  }
}

async function processesWithParents(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return [Number(pid), Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])] as const;
    }),
  );
  return new Map(found);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ESRCH') throw error;
  }
}
