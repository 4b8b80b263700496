import { sqlMigration } from './sql-migration.js';

/** The first migration: who may look into the schema, and the one way in which tables are kept apart by authority. */
export const Foundation = sqlMigration(1, 'Foundation', new URL('./foundation.sql', import.meta.url));
