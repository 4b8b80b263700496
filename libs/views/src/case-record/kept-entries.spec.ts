import { describe, expect, it } from '@jest/globals';
import { nobodyYet, type People } from '#audit-cycle';
import { ANOTHER_PERSON, escalatedFacts, foldAll, History, idOf, PERSON, selectedFacts } from '../testing.js';
import { caseRecordEntries, isOnRecord } from './entry.js';
import { casesOf, entrySeenBy } from './kept-entries.js';

const AUDIT = idOf('case-audit', 1);
const ESCALATION = idOf('escalation', 1);
const OF_THE_TEAM = 'of the team';
const WORKER = 'the worker';

const people: People = {
  find: (person) =>
    person === OF_THE_TEAM
      ? { ...nobodyYet, memberships: [{ team: 'North', from: '2021-04-05', to: null }] }
      : nobodyYet,
};

const about = (restricted: boolean): History =>
  new History()
    .add('case-audit', AUDIT, 'CaseSelected', selectedFacts(1, { team: 'South', worker: WORKER }))
    .add('case-audit', AUDIT, 'ImmediateRiskRaised', {
      ...{ risk: 'about-staff', by: PERSON, referredOnly: restricted, escalateTo: ANOTHER_PERSON },
    })
    .add('escalation', ESCALATION, 'EscalationOpened', {
      ...escalatedFacts({ audit: AUDIT, restricted }),
      ...{ raisedBy: PERSON, to: ANOTHER_PERSON },
    })
    .add('escalation', ESCALATION, 'EscalationAcknowledged', {
      ...{ by: ANOTHER_PERSON, at: '2021-04-02T12:00:00.000Z' },
    })
    .add('case-audit', AUDIT, 'CorrectionMade', {
      ...{ field: 'team', from: 'South', to: 'North', reasonCode: 'misread', by: PERSON, tied: [] },
    });

const WHOLE = [
  'CaseSelected',
  'ImmediateRiskRaised',
  'EscalationOpened',
  'EscalationAcknowledged',
  'CorrectionMade',
];

const seenBy = (person: string, reads: 'own' | 'usual' | 'all', restricted = true): readonly string[] => {
  const entries = foldAll(caseRecordEntries, about(restricted).events).filter(isOnRecord);
  const seen = entrySeenBy({ person, reads }, entries, casesOf(entries), people);
  return entries.filter(seen).map(({ type }) => type);
};

describe('what is about staff', () => {
  it.each([OF_THE_TEAM, WORKER])('leaves no entry for %s, whatever they may read otherwise', (person) => {
    expect(seenBy(person, 'all')).toEqual(['CaseSelected', 'CorrectionMade']);
    expect(seenBy(person, 'all', false)).toEqual(WHOLE);
  });

  it('is there for those who answer for it, who found it and who have to act, and for nobody else', () => {
    expect(seenBy('a lead', 'all')).toEqual(WHOLE);
    expect(seenBy(PERSON, 'usual')).toEqual(WHOLE);
    expect(seenBy(ANOTHER_PERSON, 'usual')).toEqual(WHOLE);
    expect(seenBy('an auditor', 'usual')).toEqual(['CaseSelected', 'CorrectionMade']);
    expect(seenBy('an auditor', 'usual', false)).toEqual(WHOLE);
  });
});
