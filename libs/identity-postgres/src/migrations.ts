import { sqlMigration, type MigrationClass } from '#postgres';

export const identityMigrations: readonly MigrationClass[] = [
  sqlMigration(30, 'PersonName', new URL('./migrations/person-name.sql', import.meta.url)),
];
