import { sqlMigration, type MigrationClass } from '#postgres';

/** The tables of the views, in the order in which they are made. */
export const viewMigrations: readonly MigrationClass[] = [
  sqlMigration(20, 'Views', new URL('./migrations/views.sql', import.meta.url)),
];
