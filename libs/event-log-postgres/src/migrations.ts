import { sqlMigration, type MigrationClass } from '#postgres';

/** The log's tables and functions, in the order in which they are made. */
export const eventLogMigrations: readonly MigrationClass[] = [
  sqlMigration(10, 'EventLog', new URL('./migrations/event-log.sql', import.meta.url)),
  sqlMigration(11, 'AppendEvents', new URL('./migrations/append-events.sql', import.meta.url)),
  sqlMigration(12, 'ReadEvents', new URL('./migrations/read-events.sql', import.meta.url)),
  sqlMigration(13, 'NarrativeApart', new URL('./migrations/narrative-apart.sql', import.meta.url)),
];
