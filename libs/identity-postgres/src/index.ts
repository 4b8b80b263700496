export { identityMigrations } from './migrations.js';
export { PostgresPeopleNames } from './postgres-people-names.js';
