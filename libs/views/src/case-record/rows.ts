import { personTies } from '../person-ties.js';
import type { View } from '../view.js';
import { caseRecordEntries } from './entry.js';
import { recordedRounds } from './round-row.js';

/** Of which team somebody is, since something about staff is kept from a child's team. */
export const caseRecordPeople = personTies('case_record_person');

export const caseRecordView: View = {
  name: 'case-record',
  version: 1,
  tables: [caseRecordEntries, recordedRounds, caseRecordPeople],
};
