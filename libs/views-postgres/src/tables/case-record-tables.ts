import { caseRecordEntries, caseRecordPeople, recordedRounds } from '#views';
import { json, optional, text } from './columns.js';
import { personColumns, toldColumns } from './escalation-tables.js';
import { entriesIn, versionsIn, type ViewTable } from './view-table.js';

/** The tables of the view `case-record`. */
export const caseRecordTables: readonly ViewTable[] = [
  entriesIn(caseRecordEntries, {
    ...toldColumns,
    child: optional(text),
    cycle: optional(text),
    audit: optional(text),
  }),
  versionsIn(recordedRounds, { shown: json, waiting: json }),
  versionsIn(caseRecordPeople, personColumns),
];
