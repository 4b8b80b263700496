import { measureEntries } from '#views';
import { toldColumns } from './escalation-tables.js';
import { entriesIn, type ViewTable } from './view-table.js';

/** The tables of the view `scorecard`. */
export const scorecardTables: readonly ViewTable[] = [entriesIn(measureEntries, toldColumns)];
