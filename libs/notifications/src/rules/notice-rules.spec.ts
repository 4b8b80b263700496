import { describe, expect, it } from '@jest/globals';
import { EVENT_SCHEMAS, type AuditCycleEvent, type StreamKind } from '#audit-cycle';
import { derivedId, MemoryConsumerCheckpoints } from '#event-log';
import { NoticeWriter } from '../following/notice-writer.js';
import { MemoryNotices } from '../testing/memory-notices.js';
import { RecordOfPeople, SHIRE, type Happening } from '../testing/record-of-people.js';
import { NOTICE_RULES } from './notice-rules.js';
import { SAID } from './said.js';

/** What nobody is told of, on purpose: what concerns only who did it, what another notice tells already, and what would tell a reviewer of ours. */
const TOLD_TO_NOBODY: readonly AuditCycleEvent['type'][] = [
  'AuthorityRegistered',
  ...(['ToolDrafted', 'ToolPublished', 'ToolRetired', 'PolicyAdopted', 'BankHolidaysPublished'] as const),
  ...(['PersonJoined', 'RolesGiven', 'TeamMembershipRecorded', 'LineManagerRecorded', 'PersonLeft'] as const),
  ...([
    'ConflictRegistered',
    'CapacitySet',
    'AbsenceRecorded',
    'AbsenceCancelled',
    'AgencyEndDateSet',
    'ClearanceGiven',
    'ClearanceWithdrawn',
  ] as const),
  ...(['CyclePlanned', 'PopulationImported', 'SampleDrawn', 'SampleRedrawn', 'ReplacementDrawn'] as const),
  ...(['LearningShared', 'ReAuditsDrawn', 'CaseSelected', 'AuditStarted', 'SectionGraded'] as const),
  ...(['VoiceRecorded', 'ImmediateRiskRaised', 'CaseGraded', 'ModerationRequired'] as const),
  ...(['ModerationDiscussionHeld', 'CorrectionMade', 'LegalHoldSet', 'LegalHoldReleased'] as const),
  ...(['EscalationAcknowledged', 'ActionLinked', 'ActionAccepted', 'ActionRecordedOnChildRecord'] as const),
  ...(['DiscussedInSupervision', 'ProgressNoted', 'ImpactJudged'] as const),
  ...(['CaseSelectedForReAudit', 'ActionChecked', 'CaseReaudited'] as const),
  ...(['AuditsSampled', 'BlindGradeCommitted', 'GradesCompared', 'AuditQualityJudged'] as const),
  ...(['CalibrationGradeCommitted', 'CalibrationDiscussed', 'CalibrationApproved'] as const),
  ...(['MeasureDefined', 'MeasureRedefined', 'MeasureReported', 'TargetsSet'] as const),
];

const id = (name: string): string => derivedId('person', name);
const PEOPLE = ['qa-lead', 'ana', 'ben', 'cat', 'service-leader', 'caldicott-guardian', 'analyst'];
const [ana, ben, cat] = ['ana', 'ben', 'cat'].map(id) as [string, string, string];

const SELECTED: Happening = ['CaseSelected', { child: 'C-77' }];
const AUDIT: readonly Happening[] = [SELECTED, ['AuditorAllocated', { auditor: ana }]];
const GRADED: Happening = ['CaseGraded', { grade: 'good', auditor: ana, attempt: 1 }];
const MODERATED: readonly Happening[] = [...AUDIT, GRADED, ['ModeratorAllocated', { moderator: ben }]];
const SET: Happening = ['ActionSet', { owner: ana }];
const OPENED: Happening = ['EscalationOpened', { to: ben, raisedBy: ana }];
const RE_AUDIT: readonly Happening[] = [
  ['CaseSelectedForReAudit', {}],
  ['ReAuditorAllocated', { reAuditor: ana }],
];
const SESSION: Happening = ['SessionOpened', { participants: [ana, ben], leader: cat }];

const [FEBRUARY, MARCH] = [
  { from: '2026-02-01', to: '2026-02-28' },
  { from: '2026-03-01', to: '2026-03-31' },
];
const figureOf = (period: typeof MARCH) => ({ definition: 1, series: 'current', period }) as const;
const REPORTED: readonly Happening[] = [
  ['MeasureDefined', { ref: '3.3' }],
  ['MeasureReported', figureOf(MARCH)],
];
const BREACHED: Happening = ['ThresholdBreached', figureOf(MARCH)];
const REVIEW = { period: MARCH, why: 'threshold-breached' };
const REVIEW_REQUESTED: Happening = ['ReviewRequested', REVIEW];

/** The last event, what was before it, and who hears what of it. */
const TOLD: readonly (readonly [
  last: Happening,
  before: readonly Happening[],
  kind: StreamKind,
  told: Readonly<Record<string, keyof typeof SAID>>,
])[] = [
  [['CycleOpened', {}], [['CyclePlanned', {}]], 'cycle', { 'qa-lead': 'cycle-opened' }],
  [['DeadlineExtended', {}], [], 'cycle', { 'qa-lead': 'cycle-deadline-extended' }],
  [['CycleClosed', {}], [], 'cycle', { 'qa-lead': 'cycle-closed' }],
  [['FindingsPublished', {}], [], 'cycle', { 'service-leader': 'findings-published' }],
  [['AuditorAllocated', { auditor: ana }], [SELECTED], 'case-audit', { ana: 'audit-to-do' }],
  [
    ['AuditorReplaced', { from: ana, to: ben }],
    AUDIT,
    'case-audit',
    { ben: 'audit-to-do', ana: 'audit-taken-away' },
  ],
  [['AuditorReplaced', { from: null, to: ben }], AUDIT, 'case-audit', { ben: 'audit-to-do' }],
  [['AuditDeadlineExtended', {}], AUDIT, 'case-audit', { ana: 'audit-deadline-moved' }],
  [
    ['ConflictDeclared', { person: ana, as: 'auditor' }],
    AUDIT,
    'case-audit',
    { 'qa-lead': 'conflict-declared', ana: 'audit-taken-away' },
  ],
  [
    ['ConflictDeclared', { person: ben, as: 'moderator' }],
    MODERATED,
    'case-audit',
    { 'qa-lead': 'conflict-declared', ben: 'moderation-taken-away' },
  ],
  [
    ['PracticeDiscussionHeld', { held: true, with: [ben, cat] }],
    AUDIT,
    'case-audit',
    { ben: 'practice-discussion-held', cat: 'practice-discussion-held' },
  ],
  [['ModeratorAllocated', { moderator: ben }], [...AUDIT, GRADED], 'case-audit', { ben: 'moderation-to-do' }],
  [
    ['ModeratorReplaced', { from: ben, to: cat }],
    MODERATED,
    'case-audit',
    { cat: 'moderation-to-do', ben: 'moderation-taken-away' },
  ],
  [['ModerationMissed', {}], MODERATED, 'case-audit', { 'qa-lead': 'moderation-missed' }],
  [['AuditReturned', { grade: 'good', attempt: 1 }], MODERATED, 'case-audit', { ana: 'audit-returned' }],
  [
    ['GradeModerated', { moderator: ben, from: 'good', to: 'good' }],
    MODERATED,
    'case-audit',
    { ana: 'grade-moderated' },
  ],
  [
    ['GradeDisputed', { by: ana }],
    MODERATED,
    'case-audit',
    { 'qa-lead': 'grade-disputed', ben: 'grade-disputed' },
  ],
  [
    ['GradeSettled', { grade: 'good', panel: [cat, id('qa-lead')] }],
    MODERATED,
    'case-audit',
    { ana: 'grade-settled', ben: 'grade-settled' },
  ],
  [['PractitionerCommented', { by: cat }], AUDIT, 'case-audit', { ana: 'practitioner-commented' }],
  [['AuditFinalised', {}], MODERATED, 'case-audit', { ana: 'audit-final', ben: 'audit-final' }],
  [['FeedbackGiven', { to: [cat] }], AUDIT, 'case-audit', { cat: 'feedback-given' }],
  [
    ['WithdrawalRequested', {}],
    AUDIT,
    'case-audit',
    { 'service-leader': 'withdrawal-to-approve', 'caldicott-guardian': 'withdrawal-to-approve' },
  ],
  [
    ['WithdrawalDeclined', { requestedBy: ana }],
    [...AUDIT, ['WithdrawalRequested', {}]],
    'case-audit',
    { ana: 'withdrawal-declined' },
  ],
  [['AuditWithdrawn', {}], MODERATED, 'case-audit', { ana: 'audit-withdrawn', ben: 'audit-withdrawn' }],
  [['EscalationOpened', { to: ben }], [], 'escalation', { ben: 'risk-to-act-on' }],
  [
    ['EscalationReassigned', { from: ben, to: cat }],
    [OPENED],
    'escalation',
    { cat: 'risk-to-act-on', ben: 'escalation-taken-away' },
  ],
  [['EscalationResolved', {}], [OPENED], 'escalation', { ana: 'escalation-resolved' }],
  [['EscalationBreached', {}], [OPENED], 'escalation', { ben: 'escalation-late' }],
  [['ActionSet', { owner: ana }], [], 'improvement-action', { ana: 'action-to-do' }],
  [
    ['ActionReassigned', { from: ana, to: ben }],
    [SET],
    'improvement-action',
    { ben: 'action-to-do', ana: 'action-taken-away' },
  ],
  [['DueDateMoved', {}], [SET], 'improvement-action', { ana: 'action-due-moved' }],
  [['ActionReportedDone', {}], [SET], 'improvement-action', { 'qa-lead': 'action-to-verify' }],
  [['ActionReopened', {}], [SET], 'improvement-action', { ana: 'action-reopened' }],
  [['ActionVerified', { verdict: 'done' }], [SET], 'improvement-action', { ana: 'action-verified' }],
  [['ActionCancelled', {}], [SET], 'improvement-action', { ana: 'action-cancelled' }],
  [['ReAuditorAllocated', { reAuditor: ana }], RE_AUDIT, 're-audit', { ana: 're-audit-to-do' }],
  [
    ['ReAuditorReplaced', { from: ana, to: ben }],
    RE_AUDIT,
    're-audit',
    { ben: 're-audit-to-do', ana: 're-audit-taken-away' },
  ],
  [['ReAuditWithdrawn', {}], RE_AUDIT, 're-audit', { ana: 're-audit-withdrawn' }],
  [
    [
      'RoundOpened',
      {
        panel: [
          { from: 'peer', person: ana },
          { from: 'peer', person: null },
        ],
      },
    ],
    [],
    'review-round',
    { ana: 'round-opened' },
  ],
  [['ReviewerAdmitted', { reviewer: ana }], [], 'review-round', { ana: 'reviewer-admitted' }],
  [['ReviewerWithdrawn', { reviewer: ana }], [], 'review-round', { ana: 'reviewer-withdrawn' }],
  [['ReviewAllocated', { reviewer: ana }], [], 'review-round', { ana: 'review-to-do' }],
  [['RoundConcluded', {}], [], 'review-round', { 'qa-lead': 'round-concluded' }],
  [
    SESSION,
    [],
    'calibration-session',
    { ana: 'session-opened', ben: 'session-opened', cat: 'session-opened' },
  ],
  [
    ['GradesRevealed', {}],
    [SESSION],
    'calibration-session',
    { ana: 'grades-revealed', ben: 'grades-revealed', cat: 'grades-revealed' },
  ],
  [BREACHED, REPORTED, 'measure', { analyst: 'measure-below-minimum' }],
  [
    BREACHED,
    [...REPORTED, REVIEW_REQUESTED],
    'measure',
    {
      analyst: 'measure-below-minimum',
      'qa-lead': 'measure-below-minimum',
      'service-leader': 'measure-below-minimum',
    },
  ],
  [
    REVIEW_REQUESTED,
    [...REPORTED, BREACHED],
    'measure',
    { 'qa-lead': 'measure-review-to-hold', 'service-leader': 'measure-review-to-hold' },
  ],
  [
    ['SurgeryHeld', { surgery: 1, reviewRequested: REVIEW }],
    [...REPORTED, REVIEW_REQUESTED],
    'measure',
    {
      analyst: 'measure-review-held',
      'qa-lead': 'measure-review-held',
      'service-leader': 'measure-review-held',
    },
  ],
];

const BOTH_TOLD = ['ana: escalation-taken-away', 'ben: risk-to-act-on'];

const everythingTold = async (record: RecordOfPeople): Promise<readonly string[]> => {
  const notices = new MemoryNotices();
  const report = (line: string): void => {
    throw new Error(line);
  };
  const parts = { log: record.log, checkpoints: new MemoryConsumerCheckpoints(), notices, report };
  await new NoticeWriter(parts).catchUp(SHIRE);
  const head = await record.log.head(SHIRE);
  const found = await Promise.all(
    PEOPLE.map(async (name) =>
      (await notices.list(SHIRE, id(name), { unread: false, after: null, limit: 100 }))
        .filter(({ position }) => position === head)
        .map(({ code }) => `${name}: ${code}`),
    ),
  );
  return found.flat().sort();
};

describe('who hears of what', () => {
  it.each(
    TOLD.map(
      ([last, before, kind, told]) =>
        [last[0], Object.keys(told).join(', '), { last, before, kind, told }] as const,
    ),
  )('of %s hears %s, and nobody else', async (_, __, { last, before, kind, told }) => {
    const record = new RecordOfPeople();
    for (const name of PEOPLE) await record.person(name);
    await record.happened(kind, derivedId('subject'), ...before, last);
    expect(await everythingTold(record)).toEqual(
      Object.entries(told)
        .map(([name, code]) => `${name}: ${code}`)
        .sort(),
    );
  });

  it('tells the person who was approved as an auditor', async () => {
    const record = new RecordOfPeople();
    await record.person('ana');
    await record.happened('person', ana, ['AuditorApproved', {}]);
    expect(await everythingTold(record)).toEqual(['ana: auditor-approved']);
  });

  it.each<[string, Happening]>([
    ['a figure that is not the latest', ['ThresholdBreached', figureOf(FEBRUARY)]],
    ['a surgery that answers no review', ['SurgeryHeld', { surgery: 1, reviewRequested: null }]],
  ])('of %s hears nobody', async (_, last) => {
    const record = new RecordOfPeople();
    for (const name of PEOPLE) await record.person(name);
    await record.happened('measure', derivedId('subject'), ...REPORTED, REVIEW_REQUESTED, last);
    expect(await everythingTold(record)).toEqual([]);
  });

  it('does not ask a lead to verify what they ever owned', async () => {
    const record = new RecordOfPeople();
    for (const name of PEOPLE) await record.person(name);
    await record.happened(
      'improvement-action',
      derivedId('subject'),
      ['ActionSet', { owner: id('qa-lead') }],
      ['ActionReassigned', { from: id('qa-lead'), to: ana }],
      ['ActionReportedDone', { by: ana }],
    );
    expect(await everythingTold(record)).toEqual([]);
  });

  it('does not ask a leader to approve the withdrawal of what they moderated', async () => {
    const record = new RecordOfPeople();
    for (const name of PEOPLE) await record.person(name);
    await record.happened(
      'case-audit',
      derivedId('subject'),
      ...AUDIT,
      GRADED,
      ['ModeratorAllocated', { moderator: id('service-leader') }],
      ['WithdrawalRequested', {}],
    );
    expect(await everythingTold(record)).toEqual(['caldicott-guardian: withdrawal-to-approve']);
  });

  it.each([
    ["the child's worker, nothing about staff", 'worker', true, ['ana: escalation-taken-away']],
    ["who came to the child's team since, nothing about staff", 'team', true, ['ana: escalation-taken-away']],
    ["the child's worker, what is not about staff", 'worker', false, BOTH_TOLD],
    ["who came to the child's team since, what is not about staff", 'team', false, BOTH_TOLD],
  ] as const)('of escalations tells %s', async (_, tie, restricted, told) => {
    const record = new RecordOfPeople();
    for (const name of PEOPLE) await record.person(name);
    const [audit, escalation] = [derivedId('audit'), derivedId('escalation')];
    const worker = tie === 'worker' ? ben : cat;
    await record.happened('case-audit', audit, [
      'CaseSelected',
      { team: 'North', worker, asAt: '2026-02-28' },
    ]);
    const opened = { audit, to: ana, raisedBy: cat, restricted } as const;
    await record.happened('escalation', escalation, ['EscalationOpened', opened]);
    if (tie === 'team')
      await record.happened('person', ben, [
        'TeamMembershipRecorded',
        { team: 'North', from: '2026-06-01', to: null },
      ]);
    await record.happened('escalation', escalation, ['EscalationReassigned', { from: ana, to: ben }]);
    expect(await everythingTold(record)).toEqual(told);
  });

  it('tells nobody what they did themselves', async () => {
    const record = new RecordOfPeople();
    for (const name of PEOPLE) await record.person(name);
    await record.happenedBy(ana, 'improvement-action', derivedId('subject'), SET);
    expect(await everythingTold(record)).toEqual([]);
  });

  it('has a test of every rule, and names every event that nobody hears of', () => {
    const ruled = Object.keys(NOTICE_RULES);
    expect([...ruled, ...TOLD_TO_NOBODY].sort()).toEqual(Object.keys(EVENT_SCHEMAS).sort());
    expect([...new Set([...TOLD.map(([[type]]) => type), 'AuditorApproved'])].sort()).toEqual(ruled.sort());
  });

  it('says everything that it can say in some rule', () => {
    const said = Object.values(NOTICE_RULES).flatMap((rules) => rules.map(({ says }) => says));
    expect([...new Set(said)].sort()).toEqual(Object.keys(SAID).sort());
  });
});
