export { eventLogMigrations } from './migrations.js';
export { PostgresBlobStore } from './postgres-blob-store.js';
export { PostgresKnownKey } from './postgres-known-key.js';
export { PostgresConsumerCheckpoints } from './postgres-consumer-checkpoints.js';
export { PostgresEventLog, type PostgresEventLogOptions } from './postgres-event-log.js';
