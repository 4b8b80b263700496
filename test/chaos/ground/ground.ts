import type { EventLog } from '#event-log';
import { PostgresEventLog } from '#event-log-postgres';
import { openDataSource, openPool, type Connection, type Pool, type Role } from '#postgres';
import type { Leases, ViewStore } from '#projections';
import { PostgresLeases, PostgresViewStore, viewEntities } from '#views-postgres';
import { deafened } from './deafened.js';
import { endSessions, type Strike } from '../fire/strike.js';

/** A way to the log that writers take. */
export type Door = Pick<EventLog, 'append' | 'readStream'>;

/** What a programme works on: one installation, sound or spoilt. */
export interface Ground {
  readonly connection: Connection;
  /** At least two, of processes or instances that know nothing of each other. */
  readonly doors: readonly Door[];
  /** Reads and follows, and is told when the log grows. */
  readonly log: EventLog;
  /** Reads and follows, and no notification ever gets through to it. */
  readonly deaf: EventLog;
  readonly views: ViewStore;
  /** By which two processes keep out of each other's way when they follow the same views. */
  readonly leases: readonly [Leases, Leases];
  /** What may be done to the writers while they write. */
  readonly strikes: readonly Strike[];
  /** Milliseconds after which what has not come is counted as missing; it decides nothing else. */
  readonly patience: number;
}

/** Where a defect may be put in between. */
export interface Spoil {
  readonly writers?: (pool: Pool) => Pool;
  readonly log?: (log: EventLog) => EventLog;
  readonly pollEveryMs?: number;
  /** `untilStruck` keeps a session of the views busy until a strike ends it, which throws. */
  readonly views?: (store: ViewStore, untilStruck: () => Promise<void>) => ViewStore;
}

export interface LaidGround extends Ground {
  close(): Promise<void>;
}

const POLL_EVERY_MS = 50;

/** Opens a database that has been migrated. Doors are instances in this process. */
export async function layGround(
  connection: Connection,
  { spoil = {}, patience = 60_000 }: { readonly spoil?: Spoil; readonly patience?: number } = {},
): Promise<LaidGround> {
  const pollEveryMs = spoil.pollEveryMs ?? POLL_EVERY_MS;
  const aPool = (role: Role): Pool => openPool({ connection, role, max: 4, log: () => undefined });
  const [one, two, reading, silent] = [1, 2, 3, 4].map(() => aPool('touchstone_append')) as [
    Pool,
    Pool,
    Pool,
    Pool,
  ];
  const leasing = aPool('touchstone_project');
  const spoilt = spoil.writers ?? ((pool: Pool): Pool => pool);
  const doors = [one, two].map((pool) => new PostgresEventLog({ pool: spoilt(pool) }));
  const log = new PostgresEventLog({ pool: reading, pollEveryMs });
  const deaf = new PostgresEventLog({ pool: deafened(silent), pollEveryMs });
  const source = await openDataSource({
    ...{ connection, role: 'touchstone_project', entities: [...viewEntities], max: 4 },
  });
  const store = new PostgresViewStore(source);
  const untilStruck = async (): Promise<void> =>
    void (await source.query('select pg_sleep($1)', [patience / 1000]));
  const leases = [new PostgresLeases(leasing), new PostgresLeases(leasing)] as const;
  return {
    ...{ connection, doors, deaf, leases, patience },
    log: spoil.log?.(log) ?? log,
    views: spoil.views?.(store, untilStruck) ?? store,
    strikes: [endSessions(connection, 'touchstone_append')],
    close: async () => {
      await Promise.all([...doors, log, deaf, ...leases].map((each) => each.close()));
      await Promise.all([
        ...[one, two, reading, silent, leasing].map((pool) => pool.end()),
        source.destroy(),
      ]);
    },
  };
}
