import { sqlMigration, type MigrationClass } from '#postgres';

/** The tables of the views, in the order in which they are made. */
export const viewMigrations: readonly MigrationClass[] = [
  sqlMigration(20, 'Views', new URL('./migrations/views.sql', import.meta.url)),
  sqlMigration(21, 'Escalations', new URL('./migrations/escalations.sql', import.meta.url)),
  sqlMigration(22, 'WorkList', new URL('./migrations/work-list.sql', import.meta.url)),
  sqlMigration(23, 'ReAuditOutcomes', new URL('./migrations/re-audit-outcomes.sql', import.meta.url)),
  sqlMigration(24, 'ExternalReliability', new URL('./migrations/external-reliability.sql', import.meta.url)),
  sqlMigration(25, 'AuditorTimeliness', new URL('./migrations/auditor-timeliness.sql', import.meta.url)),
  sqlMigration(26, 'CaseRecord', new URL('./migrations/case-record.sql', import.meta.url)),
  sqlMigration(27, 'Scorecard', new URL('./migrations/scorecard.sql', import.meta.url)),
];
