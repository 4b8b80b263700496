import { sqlMigration, type MigrationClass } from '#postgres';

export const captureMigrations: readonly MigrationClass[] = [
  sqlMigration(40, 'CycleSecret', new URL('./migrations/cycle-secret.sql', import.meta.url)),
];
