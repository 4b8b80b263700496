import { caseRecordEntries, caseRecordPeople, recordedRounds } from '#views';
import { digits, instant, integer, json, text } from './columns.js';
import { personColumns } from './escalation-tables.js';
import { entriesIn, versionsIn, type ViewTable } from './view-table.js';

/** The tables of the view `case-record`. */
export const caseRecordTables: readonly ViewTable[] = [
  entriesIn(caseRecordEntries, {
    streamKind: text,
    streamId: text,
    revision: integer,
    position: digits,
    child: text,
    cycle: text,
    audit: text,
    id: text,
    type: text,
    occurredAt: instant,
    recordedAt: instant,
    actor: text,
    facts: json,
  }),
  versionsIn(recordedRounds, { shown: json, waiting: json }),
  versionsIn(caseRecordPeople, personColumns),
];
