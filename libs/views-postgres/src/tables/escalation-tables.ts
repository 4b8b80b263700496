import { escalatedCases, escalationEntries, escalationPeople, escalationRows } from '#views';
import { date, digits, instant, integer, json, optional, text, yesOrNo } from './columns.js';
import { entriesIn, versionsIn, type ViewTable } from './view-table.js';

export const personColumns = {
  joinedOn: optional(date),
  leftOn: optional(date),
  memberships: json,
  managers: json,
};

/** What every entry tells of its event. */
export const toldColumns = {
  streamKind: text,
  streamId: text,
  revision: integer,
  position: digits,
  id: text,
  type: text,
  occurredAt: instant,
  recordedAt: instant,
  actor: text,
  facts: json,
};

export const escalationColumns = {
  audit: text,
  cycle: text,
  child: text,
  reason: text,
  risk: optional(text),
  raisedBy: text,
  raisedAt: instant,
  namedPerson: text,
  handedOn: integer,
  dueAt: instant,
  restricted: yesOrNo,
  status: text,
  acknowledgedAt: optional(instant),
  resolvedAt: optional(instant),
  resolvedBy: optional(text),
  whatCode: optional(text),
  doneOn: optional(date),
  onChildRecordSince: optional(date),
  breachRecorded: yesOrNo,
  breachedHow: optional(text),
};

/** The tables of the view `escalations`. */
export const escalationTables: readonly ViewTable[] = [
  versionsIn(escalationRows, escalationColumns),
  versionsIn(escalatedCases, { team: optional(text), worker: optional(text), asAt: date }),
  versionsIn(escalationPeople, personColumns),
  entriesIn(escalationEntries, toldColumns),
];
