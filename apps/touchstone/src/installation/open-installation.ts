import { randomBytes } from 'node:crypto';
import { InProcessGateway } from '#capture';
import { captureMigrations, PostgresCycleSecrets } from '#capture-postgres';
import {
  eventLogMigrations,
  PostgresBlobStore,
  PostgresConsumerCheckpoints,
  PostgresEventLog,
  PostgresKnownKey,
} from '#event-log-postgres';
import { identityMigrations, PostgresPeopleNames } from '#identity-postgres';
import { notificationsMigrations, PostgresNotices } from '#notifications-postgres';
import type { Configuration, Log } from '#platform';
import { SealedCharacteristics } from '#population';
import {
  connectionFromUrl,
  EmbeddedServer,
  migrate,
  openDataSource,
  openPool,
  type Connection,
} from '#postgres';
import { pause, Projections } from '#projections';
import { AesSealer, rootKeyFromFile } from '#sealing';
import { VIEWS } from '#views';
import {
  PostgresLeases,
  PostgresViewReader,
  PostgresViewStore,
  viewEntities,
  viewMigrations,
} from '#views-postgres';
import { directoryOf } from './directory.js';
import type { Installation } from './installation.js';

const MIGRATIONS = [
  ...eventLogMigrations,
  ...viewMigrations,
  ...identityMigrations,
  ...captureMigrations,
  ...notificationsMigrations,
];

const unguessable = (): string => randomBytes(32).toString('hex');

/**
 * Starts or finds the database, brings it up to date and puts everything together on it. Processes and projections run from here on,
 * until `close`. `tell` takes lines for people: what the database is doing.
 */
export async function openInstallation(
  configuration: Configuration,
  log: Log,
  tell: (line: string) => void,
): Promise<Installation> {
  const { databaseUrl, dataFolder, keyFile } = configuration;
  if (databaseUrl !== null) return assemble(connectionFromUrl(databaseUrl), null, keyFile, log);
  const server = await EmbeddedServer.open({ dataFolder, log: tell });
  try {
    return await assemble(server.connection, server, keyFile, log);
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function assemble(
  connection: Connection,
  server: EmbeddedServer | null,
  keyFile: string,
  log: Log,
): Promise<Installation> {
  const lost = (line: string): void => log.warn(line);
  await migrate(connection, MIGRATIONS);
  const sealing = openPool({ connection, role: 'touchstone_sealed', max: 2, log: lost });
  const key = await rootKeyFromFile(keyFile, new PostgresKnownKey(sealing)).catch(async (error: unknown) => {
    await sealing.end();
    throw error;
  });
  const [appending, following] = (['touchstone_append', 'touchstone_project'] as const).map((role) =>
    openPool({ connection, role, log: lost }),
  ) as [ReturnType<typeof openPool>, ReturnType<typeof openPool>];
  const entities = [...viewEntities];
  const projecting = await openDataSource({ connection, role: 'touchstone_project', entities, log: lost });
  const querying = await openDataSource({ connection, role: 'touchstone_read', entities, log: lost });
  const events = new PostgresEventLog({ pool: appending });
  const followed = new PostgresEventLog({ pool: following, reads: 'facts' });
  const blobs = new PostgresBlobStore(appending);
  const checkpoints = new PostgresConsumerCheckpoints(appending);
  const gateway = new InProcessGateway({
    log: events,
    blobs,
    checkpoints,
    secrets: new PostgresCycleSecrets(appending, unguessable),
    clock: () => new Date(),
    newSeed: unguessable,
    report: (line, about) => log.warn(about, line),
  });
  const viewStore = new PostgresViewStore(projecting);
  const leases = new PostgresLeases(following);
  const projections = new Projections({
    log: followed,
    store: viewStore,
    leases,
    views: VIEWS,
    now: () => new Date(),
    pause,
    report: (line) => log.error(line),
    tell: (line) => log.info(line),
  });
  const stopping = new AbortController();
  const running = Promise.all([gateway.run(stopping.signal), projections.run(stopping.signal)]);
  return {
    ...{ server, connection, log: events, blobs, checkpoints, gateway, projections, viewStore },
    viewReader: new PostgresViewReader(querying),
    characteristics: new SealedCharacteristics(
      new AesSealer(key),
      new PostgresBlobStore(sealing, 'sealed_blob'),
    ),
    names: new PostgresPeopleNames(appending),
    notices: new PostgresNotices(appending),
    directory: directoryOf(gateway),
    close: async () => {
      stopping.abort();
      await running;
      await Promise.all([events.close(), followed.close(), leases.close()]);
      await Promise.all([appending, following, sealing].map((pool) => pool.end()));
      await Promise.all([projecting.destroy(), querying.destroy()]);
      await server?.close();
    },
  };
}
