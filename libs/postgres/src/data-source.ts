import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Connection } from './connection.js';
import type { Role } from './roles.js';
import { SCHEMA, Session, sessionOptions } from './session.js';
import type { MigrationClass } from './sql-migration.js';

export interface DataSourceSettings {
  readonly connection: Connection;
  /** The role of every session; only migrations run as the login itself. */
  readonly role?: Role;
  readonly entities?: NonNullable<DataSourceOptions['entities']>;
  readonly migrations?: readonly MigrationClass[];
  /** Sessions at most. */
  readonly max?: number;
  /** Told about sessions that were lost while nobody used them. */
  readonly log?: (line: string) => void;
}

/** A connected TypeORM data source whose sessions run under `role`. It never changes tables by itself. */
export async function openDataSource(settings: DataSourceSettings): Promise<DataSource> {
  const { connection, role, entities = [], migrations = [], max = 10, log = () => undefined } = settings;
  const { user, ssl, ...where } = connection;
  const source = new DataSource({
    type: 'postgres',
    ...where,
    username: user,
    ...(ssl === undefined ? {} : { ssl }),
    schema: SCHEMA,
    applicationName: role ?? user,
    poolSize: max,
    poolErrorHandler: (error: Error) => log(`A database session was lost: ${error.message}`),
    extra: { options: sessionOptions(role), Client: Session, keepAlive: true },
    installExtensions: false,
    entities,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    // Silent unless DEBUG asks for it: what fails is thrown, and nothing else may write to our output.
    logger: 'debug',
  });
  return source.initialize();
}
