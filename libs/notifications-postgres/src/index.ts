export { notificationsMigrations } from './migrations.js';
export { PostgresNotices } from './postgres-notices.js';
