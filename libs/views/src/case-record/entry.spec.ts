import { describe, expect, it } from '@jest/globals';
import {
  foldAll,
  gradedFacts,
  History,
  idOf,
  PERSON,
  plannedFacts,
  selectedFacts,
  setFacts,
} from '../testing.js';
import { caseRecordEntries } from './entry.js';

const audit = idOf('case-audit', 1);
const action = idOf('improvement-action', 1);

describe('the case record', () => {
  it('has one entry per event of audits, actions and re-audits, each under its child and audit', () => {
    const { events } = new History()
      .add('cycle', idOf('cycle', 1), 'CyclePlanned', plannedFacts())
      .add('case-audit', audit, 'CaseSelected', selectedFacts(1))
      .add('improvement-action', action, 'ActionSet', setFacts({ audit, child: 'child-1' }))
      .add('improvement-action', action, 'ActionAccepted', { owner: PERSON })
      .add('case-audit', audit, 'CaseGraded', gradedFacts('good'));
    const entries = foldAll(caseRecordEntries, events);
    expect(entries.map(({ type }) => type)).toEqual([
      'CaseSelected',
      'ActionSet',
      'ActionAccepted',
      'CaseGraded',
    ]);
    expect(new Set(entries.map(({ child, audit: of }) => `${child} ${of}`))).toEqual(
      new Set([`child-1 ${audit}`]),
    );
    expect(entries[3]).toMatchObject({ position: '5', revision: 1, facts: { grade: 'good' } });
  });

  it('refuses a stream whose first event does not say whose it is', () => {
    const { events } = new History().add('improvement-action', action, 'ActionAccepted', { owner: PERSON });
    expect(() => foldAll(caseRecordEntries, events)).toThrow(/begins with ActionAccepted/);
  });
});
