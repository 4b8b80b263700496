export { viewMigrations } from './migrations.js';
export { PostgresLeases } from './postgres-leases.js';
export { PostgresViewReader } from './postgres-view-reader.js';
export { PostgresViewStore } from './postgres-view-store.js';
export { viewEntities } from './tables/view-tables.js';
