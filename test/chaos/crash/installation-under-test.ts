import { randomBytes } from 'node:crypto';
import { InProcessGateway } from '#capture';
import { captureMigrations, PostgresCycleSecrets } from '#capture-postgres';
import {
  PostgresBlobStore,
  PostgresConsumerCheckpoints,
  PostgresEventLog,
  eventLogMigrations,
} from '#event-log-postgres';
import { SealedCharacteristics } from '#population';
import { EmbeddedServer, migrate, openDataSource, openPool } from '#postgres';
import { pause, Projections } from '#projections';
import { AesSealer, rootKey } from '#sealing';
import { VIEWS } from '#views';
import { PostgresViewStore, viewEntities, viewMigrations } from '#views-postgres';

export interface InstallationUnderTest {
  readonly log: PostgresEventLog;
  readonly blobs: PostgresBlobStore;
  readonly characteristics: SealedCharacteristics;
  readonly gateway: InProcessGateway;
  readonly projections: Projections;
  close(): Promise<void>;
}

/** Log, capture and views on the real embedded server of a data folder, with processes and projections running. */
export async function openUnderTest(
  dataFolder: string,
  say: (line: string) => void,
): Promise<InstallationUnderTest> {
  const server = await EmbeddedServer.open({ dataFolder, log: say });
  const { connection } = server;
  await migrate(connection, [...eventLogMigrations, ...viewMigrations, ...captureMigrations]);
  const pool = openPool({ connection, role: 'touchstone_append', log: say });
  const views = await openDataSource({
    connection,
    role: 'touchstone_project',
    entities: [...viewEntities],
    log: say,
  });
  const log = new PostgresEventLog({ pool });
  const blobs = new PostgresBlobStore(pool);
  const sealing = openPool({ connection, role: 'touchstone_sealed', max: 2, log: say });
  const characteristics = new SealedCharacteristics(
    new AesSealer(rootKey(Buffer.alloc(32, 7))),
    new PostgresBlobStore(sealing, 'sealed_blob'),
  );
  const gateway = new InProcessGateway({
    log,
    blobs,
    checkpoints: new PostgresConsumerCheckpoints(pool),
    secrets: new PostgresCycleSecrets(pool, () => randomBytes(32).toString('hex')),
    clock: () => new Date(),
    newSeed: () => randomBytes(32).toString('hex'),
    report: (line) => say(line),
  });
  const projections = new Projections({
    log,
    store: new PostgresViewStore(views),
    views: VIEWS,
    now: () => new Date(),
    pause,
    report: say,
  });
  const stop = new AbortController();
  const running = Promise.all([gateway.run(stop.signal), projections.run(stop.signal)]);
  return {
    ...{ log, blobs, characteristics, gateway, projections },
    close: async () => {
      stop.abort();
      await running;
      await log.close();
      await Promise.all([pool.end(), sealing.end(), views.destroy()]);
      await server.close();
    },
  };
}
