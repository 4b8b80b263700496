import { sqlMigration, type MigrationClass } from '#postgres';

/** The log's tables and the function that appends, in the order in which they are made. */
export const eventLogMigrations: readonly MigrationClass[] = [
  sqlMigration(10, 'EventLog', new URL('./migrations/event-log.sql', import.meta.url)),
  sqlMigration(11, 'AppendEvents', new URL('./migrations/append-events.sql', import.meta.url)),
  sqlMigration(12, 'SealedBlobs', new URL('./migrations/sealed-blobs.sql', import.meta.url)),
];
