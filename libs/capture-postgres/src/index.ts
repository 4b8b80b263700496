export { captureMigrations } from './migrations.js';
export { PostgresCycleSecrets } from './postgres-cycle-secrets.js';
