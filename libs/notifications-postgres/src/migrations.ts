import { sqlMigration, type MigrationClass } from '#postgres';

export const notificationsMigrations: readonly MigrationClass[] = [
  sqlMigration(50, 'Notices', new URL('./migrations/notices.sql', import.meta.url)),
];
