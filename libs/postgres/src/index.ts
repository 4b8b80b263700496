export { connectionFromUrl, type Connection } from './connection.js';
export { isConnectionLoss } from './connection-loss.js';
export { openDataSource, type DataSourceSettings } from './data-source.js';
export { inTransaction } from './in-transaction.js';
export { migrate } from './migrate.js';
export { openPool, type Pool, type PoolClient, type PoolOptions } from './pool.js';
export { DataFolderInUse, PostgresProblem, type ProblemCode } from './problem.js';
export { ROLES, type Role } from './roles.js';
export { sqlMigration, type MigrationClass } from './sql-migration.js';
