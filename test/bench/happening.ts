import { GRADES, type Grade, type StreamKind } from '#audit-cycle';
import type { ViewEvent, ViewEventNamed } from '#views';
import {
  ANOTHER_PERSON,
  drawnFacts,
  finalisedFacts,
  gradedFacts,
  importedFacts,
  moderatedFacts,
  PERSON,
  plannedFacts,
  selectedFacts,
  setFacts,
} from '#views/testing';
import type { Chance } from './chance.js';

/** What an event of the domain says; where it stands is decided when it is appended. */
export interface Happening {
  readonly type: ViewEvent['type'];
  readonly facts: object;
  readonly narrative: Readonly<Record<string, string>> | null;
}

/** The life of one stream: what is done in one command stands together. */
export interface Life {
  readonly kind: StreamKind;
  readonly id: string;
  readonly commands: readonly (readonly Happening[])[];
}

const SECTIONS = ['plan', 'visits', 'voice', 'supervision', 'management', 'impact'];
const TEAMS = ['North', 'South', 'East', 'West'];
const EVIDENCE =
  'The plan was reviewed with the child and the family; each visit is recorded with what the child said and did. ';

const it = <Type extends ViewEvent['type']>(
  type: Type,
  facts: ViewEventNamed<Type>['facts'],
  narrative: Happening['narrative'] = null,
): Happening => ({ type, facts, narrative });

const words = (chance: Chance): string => EVIDENCE.repeat(1 + chance.below(5));

/** A cycle is planned, drawn and opened. */
export const cycleLife = (id: string): Life => ({
  kind: 'cycle',
  id,
  commands: [
    [it('CyclePlanned', plannedFacts())],
    [it('PopulationImported', importedFacts())],
    [it('SampleDrawn', drawnFacts())],
    [it('CycleOpened', { openedBy: PERSON, moderationSecretDigest: 'd'.repeat(64) })],
  ],
});

/** A case is selected, audited section by section, graded, moderated and finalised. */
export function auditLife(id: string, cycle: string, n: number, chance: Chance): Life {
  const submitted: Grade = chance.one(GRADES);
  const final: Grade = chance.below(5) === 0 ? chance.one(GRADES) : submitted;
  const sections = SECTIONS.slice(0, 3 + chance.below(4));
  return {
    kind: 'case-audit',
    id,
    commands: [
      [it('CaseSelected', selectedFacts(n, { cycle, team: chance.one(TEAMS) }))],
      [it('AuditorAllocated', { auditor: PERSON, due: '2021-05-04', allocatedBy: PERSON, how: 'by-hand' })],
      [it('AuditStarted', { auditor: PERSON })],
      ...sections.map((section) => [
        it(
          'SectionGraded',
          { section, answer: { kind: 'grade', grade: chance.one(GRADES) } },
          { evidence: words(chance) },
        ),
      ]),
      [
        it('CaseGraded', gradedFacts(submitted), { overall: words(chance) }),
        it('ModerationRequired', { rule: chance.one(['grade', 'random'] as const) }),
      ],
      [it('ModeratorAllocated', { moderator: ANOTHER_PERSON, due: '2021-05-20', manner: 'seen' })],
      [
        it('GradeModerated', moderatedFacts(submitted, final), { note: words(chance) }),
        it('AuditFinalised', finalisedFacts(final, submitted)),
      ],
    ],
  };
}

/** An action is set, accepted, sometimes late, reported done and verified. */
export function actionLife(id: string, cycle: string, audit: string, n: number, chance: Chance): Life {
  const late = chance.below(3) === 0;
  const moved = {
    from: '2021-05-04',
    to: '2021-06-04',
    reasonCode: 'absence',
    approvedBy: ANOTHER_PERSON,
  } as const;
  return {
    kind: 'improvement-action',
    id,
    commands: [
      [it('ActionSet', setFacts({ cycle, audit, child: `child-${n}` }), { what: words(chance) })],
      [it('ActionAccepted', { owner: PERSON })],
      ...(late ? [[it('DueDateMoved', moved)]] : []),
      [it('ActionReportedDone', { by: PERSON, doneOn: '2021-05-03', reportedOn: '2021-05-03' })],
      [it('ActionVerified', { by: ANOTHER_PERSON, verdict: 'done', method: 'record-checked' })],
    ],
  };
}
