import { sqlMigration, type MigrationClass } from '#postgres';

const file = (name: string): URL => new URL(`./migrations/${name}.sql`, import.meta.url);

/** Events are read with narrative by the role that appends, and without it by every other. */
const WITH_NARRATIVE = { suffix: '', narrative: 'e.narrative', readers: 'touchstone_append' };
const FACTS_ALONE = { suffix: '_facts', narrative: 'null::bytea', readers: 'touchstone_project' };

/** The log's tables and functions, in the order in which they are made. */
export const eventLogMigrations: readonly MigrationClass[] = [
  sqlMigration(10, 'EventLog', file('event-log')),
  sqlMigration(11, 'AppendEvents', file('append-events')),
  sqlMigration(12, 'FindCommands', file('find-commands')),
  sqlMigration(13, 'HeadOfLog', file('head-of-log')),
  sqlMigration(14, 'ReadStream', file('read-stream'), WITH_NARRATIVE),
  sqlMigration(15, 'ReadStreamFacts', file('read-stream'), FACTS_ALONE),
  sqlMigration(16, 'PositionsOf', file('positions-of')),
  sqlMigration(17, 'ReadLog', file('read-log'), WITH_NARRATIVE),
  sqlMigration(18, 'ReadLogFacts', file('read-log'), FACTS_ALONE),
];
