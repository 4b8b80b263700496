import { beforeEach, describe, expect, it } from '@jest/globals';
import { CURRENT_SCALE, HOLDS_SURGERIES, ROLES, type Role } from '#audit-cycle';
import {
  escalatedFacts,
  foldAll,
  History,
  idOf,
  finalisedFacts,
  gradedFacts,
  holidayFacts,
  moderatedFacts,
  plannedFacts,
  selectedFacts,
  roundFacts,
  sampledFacts,
  sessionFacts,
  setFacts,
  withdrawnFacts,
} from '../testing.js';
import { figureFacts, measureFacts, surgeryFacts } from '../testing/sample-measures.js';
import type { Look, Selection, ViewReader } from '../view-reader.js';
import type { TableFold } from '../view.js';
import { moderationQueue, myWork, overdueWork, workExceptions, type MyWorkQuery } from './query.js';

const person = (n: number): string => `99999999-0000-7000-8000-00000000010${n}`;
const [LEAD, AUDITOR, MODERATOR, WORKER, MANAGER, OWNER] = [1, 2, 3, 4, 5, 6].map(person) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const cycle = idOf('cycle', 1);
const audit = idOf('case-audit', 1);
const action = idOf('improvement-action', 1);
const escalation = idOf('escalation', 1);
const ALLOCATED = { auditor: AUDITOR, due: '2021-04-22', allocatedBy: LEAD, how: 'by-hand' } as const;
const MODERATING = { moderator: MODERATOR, due: '2021-04-29', manner: 'blind' } as const;

let history: History;
beforeEach(() => {
  history = new History()
    .add('working-calendar', idOf('working-calendar', 1), 'BankHolidaysPublished', holidayFacts())
    .add('cycle', cycle, 'CyclePlanned', plannedFacts())
    .add('cycle', cycle, 'CycleOpened', { openedBy: LEAD, moderationSecretDigest: 'd'.repeat(64) });
  for (const id of [LEAD, AUDITOR, MODERATOR, WORKER, MANAGER, OWNER])
    history.add('person', id, 'PersonJoined', { on: '2020-01-01' });
  history.add('person', WORKER, 'LineManagerRecorded', { manager: MANAGER, from: '2020-01-01', to: null });
  history.add('case-audit', audit, 'CaseSelected', selectedFacts(1, { worker: WORKER }));
});

/** Rows folded from the events on the spot; what a store has to answer is held to by the contract of stores. */
const reader: ViewReader = {
  look: (_view, _authority, read) => {
    const look: Look = { position: 1n, rows: async (table, selection) => matching(table, selection) };
    return read(look);
  },
};

function matching<Row extends object>(table: TableFold<Row>, { where = {} }: Selection<Row>): readonly Row[] {
  const fits = (row: Row): boolean =>
    Object.entries(where).every(([column, condition]) => {
      const value = row[column as keyof Row];
      if (condition === undefined) return true;
      if (typeof condition !== 'object' || condition === null) return value === condition;
      return (condition as { in: readonly unknown[] }).in.includes(value);
    });
  return foldAll(table, history.events).filter(fits);
}

const day = (on: string) => ({ authority: 'northshire', on, at: `${on}T12:00:00.000Z` });
const mine = async (
  id: string,
  roles: readonly Role[] = [],
  on = '2021-04-12',
  more: Partial<MyWorkQuery> = {},
): Promise<readonly string[]> =>
  (await myWork(reader, { ...day(on), worker: { person: id, roles }, ...more })).items.map(
    ({ kind }) => kind,
  );

const allocated = (): History => history.add('case-audit', audit, 'AuditorAllocated', ALLOCATED);
const started = (): History => allocated().add('case-audit', audit, 'AuditStarted', { auditor: AUDITOR });
const graded = (grade: 'good' | 'inadequate' = 'good'): History =>
  started().add('case-audit', audit, 'CaseGraded', { ...gradedFacts(grade), auditor: AUDITOR });
const toModerate = (): History => graded().add('case-audit', audit, 'ModerationRequired', { rule: 'random' });
const moderated = (): History =>
  toModerate()
    .add('case-audit', audit, 'ModeratorAllocated', MODERATING)
    .add('case-audit', audit, 'GradeModerated', {
      ...moderatedFacts('good', 'inadequate'),
      moderator: MODERATOR,
    });
const actionSet = (changes: Parameters<typeof setFacts>[0] = {}): History =>
  history.add('improvement-action', action, 'ActionSet', setFacts({ owner: OWNER, ...changes }));

describe('what waits because of an audit', () => {
  it('is its allocation at first, for whoever leads', async () => {
    expect(await mine(LEAD, ['qa-lead'])).toEqual(['allocate-auditor']);
    expect(await mine(AUDITOR, ['auditor'])).toEqual([]);
  });

  it('goes from the auditor to the moderator and to whoever makes it final', async () => {
    allocated();
    expect(await mine(AUDITOR)).toEqual(['start-audit']);
    history.add('case-audit', audit, 'AuditStarted', { auditor: AUDITOR });
    expect(await mine(AUDITOR)).toEqual(['grade-audit']);
    history
      .add('case-audit', audit, 'CaseGraded', gradedFacts('good'))
      .add('case-audit', audit, 'ModerationRequired', { rule: 'random' });
    expect([await mine(AUDITOR), await mine(LEAD, ['qa-lead'])]).toEqual([[], ['allocate-moderator']]);
    history.add('case-audit', audit, 'ModeratorAllocated', MODERATING);
    expect([await mine(MODERATOR), await mine(LEAD, ['qa-lead'])]).toEqual([['moderate-grade'], []]);
    history.add('case-audit', audit, 'GradeModerated', moderatedFacts('good', 'good'));
    expect([await mine(MODERATOR), await mine(LEAD, ['qa-lead'])]).toEqual([
      ['finalise-audit'],
      ['finalise-audit'],
    ]);
  });

  it('is a dispute to settle by a lead who had no part in it', async () => {
    moderated().add('case-audit', audit, 'GradeDisputed', {
      by: AUDITOR,
      wanted: 'good',
      due: '2021-05-04',
    });
    expect(await mine(LEAD, ['qa-lead'])).toEqual(['settle-dispute']);
    expect(await mine(MODERATOR, ['qa-lead', 'moderator'])).toEqual([]);
    expect(await mine(AUDITOR, ['qa-lead', 'auditor'])).toEqual([]);
  });

  it('is nothing to make final while its auditor may dispute the changed grade', async () => {
    moderated();
    expect(await mine(LEAD, ['qa-lead'], '2021-05-07')).toEqual([]);
    expect(await mine(MODERATOR, [], '2021-05-07')).toEqual([]);
    expect(await mine(LEAD, ['qa-lead'], '2021-05-08')).toEqual(['finalise-audit']);
    expect(await mine(MODERATOR, [], '2021-05-08')).toEqual(['finalise-audit']);
  });

  it('is no dispute for a lead who began the audit or answered in it before it was handed on', async () => {
    started()
      .add('case-audit', audit, 'AuditorReplaced', {
        ...{ from: AUDITOR, to: OWNER, due: '2021-05-04', reasonCode: 'on-leave' },
      })
      .add('case-audit', audit, 'SectionGraded', {
        ...{ section: 'plan', answer: { kind: 'grade', grade: 'good' } as const },
      })
      .add('case-audit', audit, 'AuditorReplaced', {
        ...{ from: OWNER, to: MANAGER, due: '2021-05-04', reasonCode: 'on-leave' },
      })
      .add('case-audit', audit, 'CaseGraded', { ...gradedFacts('good'), auditor: MANAGER })
      .add('case-audit', audit, 'GradeModerated', moderatedFacts('good', 'inadequate'))
      .add('case-audit', audit, 'GradeDisputed', { by: MANAGER, wanted: 'good', due: '2021-05-04' });
    for (const person of [AUDITOR, OWNER, MANAGER])
      expect(await mine(person, ['qa-lead'])).not.toContain('settle-dispute');
    expect(await mine(LEAD, ['qa-lead'])).toEqual(['settle-dispute']);
  });

  it('goes back to the auditor with a return, and to a lead when a conflict takes it from them', async () => {
    moderated().add('case-audit', audit, 'AuditReturned', {
      by: MODERATOR,
      reasonCode: 'evidence-thin',
      grade: 'inadequate',
      attempt: 1,
    });
    expect([await mine(AUDITOR), await mine(MODERATOR)]).toEqual([['grade-audit'], []]);
    history.add('case-audit', audit, 'ConflictDeclared', {
      person: AUDITOR,
      as: 'auditor',
      relationship: 'personal',
    });
    expect([await mine(AUDITOR), await mine(LEAD, ['qa-lead'])]).toEqual([[], ['allocate-auditor']]);
  });

  it('is a comment of the worker and of who manages them, until they gave one or the days are over', async () => {
    graded();
    const asked = async (on?: string) => [await mine(WORKER, [], on), await mine(MANAGER, [], on)];
    expect(await asked()).toEqual([['comment-on-accuracy'], ['comment-on-accuracy']]);
    history.add('case-audit', audit, 'PractitionerCommented', {
      by: MANAGER,
      role: 'manager',
      accurate: 'yes',
    });
    expect(await asked()).toEqual([['comment-on-accuracy'], []]);
    history
      .add('case-audit', audit, 'AuditFinalised', finalisedFacts('good'))
      .add('case-audit', audit, 'FeedbackGiven', { by: AUDITOR, to: [WORKER], on: '2021-05-10' });
    expect(await asked('2021-05-18')).toEqual([['comment-on-accuracy'], []]);
    expect(await asked('2021-05-19')).toEqual([[], []]);
  });

  it('is feedback once it is final, also in a closed cycle, in which nothing else is left', async () => {
    graded();
    const other = idOf('case-audit', 2);
    history
      .add('case-audit', audit, 'AuditFinalised', finalisedFacts('good'))
      .add('case-audit', other, 'CaseSelected', selectedFacts(2))
      .add('case-audit', other, 'AuditorAllocated', ALLOCATED);
    expect(await mine(AUDITOR)).toEqual(['start-audit', 'give-feedback']);
    history.add('cycle', cycle, 'CycleClosed', {
      closedBy: LEAD,
      closedOn: '2021-06-30',
      withoutGrade: [other],
      reasonCode: 'end-of-period',
      moderationSecret: '5'.repeat(64),
    });
    expect(await mine(AUDITOR)).toEqual(['give-feedback']);
    history.add('case-audit', audit, 'FeedbackGiven', { by: AUDITOR, to: [WORKER], on: '2021-05-10' });
    expect(await mine(AUDITOR)).toEqual([]);
  });

  it('is a withdrawal for somebody else than who asked for it', async () => {
    started().add('case-audit', audit, 'WithdrawalRequested', {
      requestedBy: LEAD,
      reasonCode: 'duplicate-record',
      replace: true,
    });
    expect(await mine(MANAGER, ['service-leader'])).toEqual(['approve-withdrawal']);
    expect(await mine(LEAD, ['service-leader'])).toEqual([]);
  });

  it('is no withdrawal any more once it was declined, until somebody asks again', async () => {
    const asked = { requestedBy: LEAD, reasonCode: 'duplicate-record', replace: true } as const;
    const declined = { requestedBy: LEAD, declinedBy: MANAGER, reasonCode: 'two-children' };
    started()
      .add('case-audit', audit, 'WithdrawalRequested', asked)
      .add('case-audit', audit, 'WithdrawalDeclined', declined);
    expect(await mine(MANAGER, ['service-leader'])).toEqual([]);
    expect(await mine(AUDITOR)).toEqual(['grade-audit']);
    history.add('case-audit', audit, 'WithdrawalRequested', asked);
    expect(await mine(MANAGER, ['service-leader'])).toEqual(['approve-withdrawal']);
  });
});

describe('what waits because of an action', () => {
  it('goes from its owner to somebody else, and to nobody who ever owned it', async () => {
    actionSet();
    expect(await mine(OWNER)).toEqual(['accept-action']);
    history.add('improvement-action', action, 'ActionAccepted', { owner: OWNER });
    expect(await mine(OWNER)).toEqual(['do-action']);
    graded();
    history.add('improvement-action', action, 'ActionReportedDone', {
      by: OWNER,
      doneOn: '2021-04-09',
      reportedOn: '2021-04-09',
    });
    expect(await mine(OWNER, ['auditor'])).toEqual([]);
    expect(await mine(MODERATOR, ['moderator'])).toEqual(['verify-action']);
  });

  it('waits for the grade before it says who may verify, and for nobody of the team after an inadequate one', async () => {
    history.add('person', MODERATOR, 'TeamMembershipRecorded', {
      team: 'North',
      from: '2020-01-01',
      to: null,
    });
    actionSet().add('improvement-action', action, 'ActionReportedDone', {
      by: OWNER,
      doneOn: '2021-04-09',
      reportedOn: '2021-04-09',
    });
    started();
    expect(await mine(MODERATOR, ['moderator'])).toEqual([]);
    history.add('case-audit', audit, 'CaseGraded', gradedFacts('inadequate'));
    expect(await mine(MODERATOR, ['moderator'])).toEqual([]);
    expect(await mine(LEAD, ['service-leader'])).toEqual(['verify-action']);
  });

  it('waits for nobody of the team while its audit may still become inadequate', async () => {
    history.add('person', AUDITOR, 'TeamMembershipRecorded', { team: 'North', from: '2020-01-01', to: null });
    actionSet().add('improvement-action', action, 'ActionReportedDone', {
      ...{ by: OWNER, doneOn: '2021-04-09', reportedOn: '2021-04-09' },
    });
    const verifiers = async () => [
      (await mine(AUDITOR, ['auditor'])).includes('verify-action'),
      (await mine(LEAD, ['service-leader'])).includes('verify-action'),
    ];
    toModerate();
    expect(await verifiers()).toEqual([false, true]);
    history.add('case-audit', audit, 'GradeModerated', moderatedFacts('good', 'good'));
    expect(await verifiers()).toEqual([true, true]);
    history.add('case-audit', audit, 'GradeDisputed', {
      ...{ by: AUDITOR, wanted: 'outstanding', due: '2021-05-04' },
    });
    expect(await verifiers()).toEqual([false, true]);
  });

  it('is a judgement of its impact where it was to make a difference, again after too early', async () => {
    actionSet({ kind: 'impact' }).add('improvement-action', action, 'ActionVerified', {
      by: LEAD,
      verdict: 'done',
      method: 'record-checked',
    });
    expect(await mine(LEAD, ['service-leader'])).toEqual(['judge-impact']);
    const judged = (impact: 'too-early' | 'yes') =>
      history.add('improvement-action', action, 'ImpactJudged', { by: LEAD, impact, on: '2021-06-01' });
    judged('too-early');
    expect(await mine(LEAD, ['service-leader'])).toEqual(['judge-impact']);
    judged('yes');
    expect(await mine(LEAD, ['service-leader'])).toEqual([]);
  });

  it('is no judgement of an action that was only to be done', async () => {
    actionSet({ kind: 'compliance' }).add('improvement-action', action, 'ActionVerified', {
      by: LEAD,
      verdict: 'done',
      method: 'record-checked',
    });
    expect(await mine(LEAD, ['service-leader'])).toEqual([]);
  });

  it('waits for its new owner to accept it when it is handed on', async () => {
    actionSet()
      .add('improvement-action', action, 'ActionAccepted', { owner: OWNER })
      .add('improvement-action', action, 'ActionReassigned', {
        ...{ from: OWNER, to: MANAGER, team: null, reasonCode: 'on-leave' },
      });
    expect([await mine(OWNER), await mine(MANAGER)]).toEqual([[], ['accept-action']]);
  });

  it('waits to be handed on once its owner has left', async () => {
    actionSet().add('person', OWNER, 'PersonLeft', { on: '2021-04-11' });
    expect(await mine(LEAD, ['service-leader'], '2021-04-11')).toEqual([]);
    expect(await mine(LEAD, ['service-leader'], '2021-04-12')).toEqual(['reassign-action']);
  });
});

describe('what waits besides', () => {
  it('is an escalation for the one it was put before', async () => {
    history.add('escalation', escalation, 'EscalationOpened', escalatedFacts({ to: MANAGER }));
    expect(await mine(MANAGER)).toEqual(['acknowledge-escalation']);
    history.add('escalation', escalation, 'EscalationAcknowledged', {
      by: MANAGER,
      at: '2021-04-01T13:00:00.000Z',
    });
    expect(await mine(MANAGER)).toEqual(['resolve-escalation']);
    history.add('escalation', escalation, 'EscalationReassigned', {
      from: MANAGER,
      to: LEAD,
      reasonCode: 'on-leave',
    });
    expect([await mine(MANAGER), await mine(LEAD)]).toEqual([[], ['acknowledge-escalation']]);
  });

  it('is nothing about staff for whoever it must be kept from, even where it was put before them', async () => {
    const about = escalatedFacts({ to: WORKER, restricted: true });
    history.add('escalation', escalation, 'EscalationOpened', about);
    expect(await mine(WORKER, ['qa-lead'])).toEqual(['allocate-auditor']);
  });

  it('is a re-audit under the team that the child was with, also where that is put right later', async () => {
    history
      .add('re-audit', idOf('re-audit', 1), 'CaseSelectedForReAudit', {
        ...{ audit, cycle, child: 'child-1', team: 'North', worker: null, asAt: '2021-06-01' },
        ...{ reviewed: selectedFacts(1).reviewed, tool: selectedFacts(1).tool },
        ...{ originalGrade: 'good', actions: [], rule: 'chosen', reasonCode: 'team-asked', draw: null },
      })
      .add('case-audit', audit, 'AuditorAllocated', ALLOCATED)
      .add('case-audit', audit, 'CorrectionMade', {
        ...{ field: 'team', from: 'North', to: 'South', reasonCode: 'misread', by: LEAD, tied: [] },
      });
    expect(await mine(LEAD, ['qa-lead'], '2021-06-01', { team: 'South' })).toEqual(['allocate-re-auditor']);
    expect(await mine(LEAD, ['qa-lead'], '2021-06-01', { team: 'North' })).toEqual([]);
  });

  it('is a re-audit, and the grade and the discussion of a calibration', async () => {
    const reAudit = idOf('re-audit', 1);
    const session = idOf('calibration-session', 1);
    history
      .add('re-audit', reAudit, 'CaseSelectedForReAudit', {
        ...{ audit, cycle, child: 'child-1', team: null, worker: null, asAt: '2021-06-01' },
        ...{ reviewed: selectedFacts(1).reviewed, tool: selectedFacts(1).tool },
        ...{ originalGrade: 'good', actions: [], rule: 'chosen', reasonCode: 'team-asked', draw: null },
      })
      .add('case-audit', audit, 'AuditorAllocated', ALLOCATED);
    expect(await mine(LEAD, ['qa-lead'])).toEqual(['allocate-re-auditor']);
    history.add('re-audit', reAudit, 'ReAuditorAllocated', {
      reAuditor: MODERATOR,
      due: '2021-06-20',
      allocatedBy: LEAD,
    });
    expect(await mine(MODERATOR)).toEqual(['re-audit']);
    const opened = sessionFacts({ participants: [WORKER, MANAGER], leader: LEAD });
    history.add('calibration-session', session, 'SessionOpened', opened);
    expect(await mine(WORKER)).toEqual(['commit-calibration-grade']);
    history.add('calibration-session', session, 'CalibrationGradeCommitted', {
      person: WORKER,
      grade: 'good',
      sections: [],
    });
    expect([await mine(WORKER), await mine(MANAGER)]).toEqual([[], ['commit-calibration-grade']]);
    history.add('calibration-session', session, 'GradesRevealed', { by: LEAD, committed: 1 });
    expect([await mine(MANAGER), await mine(LEAD)]).toEqual([[], ['discuss-calibration']]);
  });
});

describe('what waits because of a calibration', () => {
  const session = idOf('calibration-session', 1);
  const discussed = (): History =>
    history
      .add('case-audit', audit, 'AuditWithdrawn', withdrawnFacts())
      .add('person', AUDITOR, 'RolesGiven', { roles: ['auditor'] })
      .add('person', LEAD, 'RolesGiven', { roles: ['auditor', 'qa-lead'] })
      .add('person', WORKER, 'RolesGiven', { roles: ['practitioner'] })
      .add('calibration-session', session, 'SessionOpened', {
        ...sessionFacts({ participants: [AUDITOR, LEAD, WORKER, OWNER], leader: MANAGER }),
      })
      .add('calibration-session', session, 'CalibrationGradeCommitted', committed(AUDITOR))
      .add('calibration-session', session, 'CalibrationGradeCommitted', committed(LEAD))
      .add('calibration-session', session, 'CalibrationGradeCommitted', committed(WORKER))
      .add('calibration-session', session, 'GradesRevealed', { by: MANAGER, committed: 3 })
      .add('calibration-session', session, 'CalibrationDiscussed', { on: '2021-04-09', agreedGrade: 'good' });
  const committed = (who: string) => ({ person: who, grade: 'good', sections: [] }) as const;
  const leads = async (on?: string) => [
    await mine(LEAD, ['qa-lead'], on),
    await mine(MODERATOR, ['qa-lead'], on),
  ];

  it('is to approve those auditors who graded and are not approved yet, and never oneself', async () => {
    discussed();
    expect(await leads()).toEqual([['approve-auditors'], ['approve-auditors']]);
    history
      .add('calibration-session', session, 'CalibrationApproved', { person: AUDITOR, by: MODERATOR })
      .add('person', AUDITOR, 'AuditorApproved', { approvedBy: MODERATOR, session });
    expect(await leads()).toEqual([[], ['approve-auditors']]);
    history.add('person', LEAD, 'AuditorApproved', { approvedBy: MODERATOR, session: null });
    expect(await leads()).toEqual([[], []]);
  });

  it('is nobody who has left, since they are no auditor any more', async () => {
    discussed().add('person', AUDITOR, 'PersonLeft', { on: '2021-04-12' });
    expect(await leads()).toEqual([[], ['approve-auditors']]);
  });
});

describe('what waits because of a review round', () => {
  const round = idOf('review-round', 1);
  const given = (to: string, of = audit) => ({
    ...{ audit: of, reviewer: to, child: 'child-1' },
    ...{ reviewed: selectedFacts(1).reviewed, tool: selectedFacts(1).tool },
  });
  const admitted = (reviewer: string) => ({
    ...{ reviewer, from: '2021-04-01', until: '2021-05-31', pastEmployment: false, pastTeams: [] },
    ...{ personalKnowledge: [], checks: [], admittedBy: LEAD },
  });
  const grade = (reviewer: string, of = audit) =>
    ({ audit: of, reviewer, grade: 'good', scale: CURRENT_SCALE, sections: [] }) as const;
  const leads = (on?: string) => mine(LEAD, ['qa-lead'], on);
  const opened = (): History =>
    history
      .add('case-audit', audit, 'AuditWithdrawn', withdrawnFacts())
      .add('review-round', round, 'RoundOpened', roundFacts());
  const given2 = (): History =>
    opened()
      .add('review-round', round, 'AuditsSampled', sampledFacts([audit, idOf('case-audit', 2)]))
      .add('review-round', round, 'ReviewerAdmitted', admitted('reviewer'))
      .add('review-round', round, 'ReviewAllocated', given('reviewer'))
      .add('review-round', round, 'ReviewAllocated', given('reviewer', idOf('case-audit', 2)));

  it('is its draw, then its cases to give to reviewers, then its conclusion; then nothing', async () => {
    opened();
    expect(await leads()).toEqual(['sample-audits']);
    expect(await mine(AUDITOR, ['auditor', 'service-leader'])).toEqual([]);
    history.add('review-round', round, 'AuditsSampled', sampledFacts([audit]));
    expect(await leads()).toEqual(['allocate-reviews']);
    history
      .add('review-round', round, 'ReviewerAdmitted', admitted('reviewer'))
      .add('review-round', round, 'ReviewAllocated', given('reviewer'));
    expect(await leads()).toEqual([]);
    history.add('review-round', round, 'BlindGradeCommitted', grade('reviewer'));
    expect(await leads()).toEqual(['conclude-round']);
    history.add('review-round', round, 'RoundConcluded', {
      ...{ opinion: 'reliable', n: 1, agreed: 1, lowerBoundPercent: 5, notReviewed: 0, notJudged: 0 },
      ...{ notReviewedCode: null, givenBy: 'reviewer', concludedBy: LEAD },
    });
    expect(await leads()).toEqual([]);
  });

  it('is what a reviewer left without a grade, be it that they were withdrawn or that their access has ended', async () => {
    given2().add('review-round', round, 'BlindGradeCommitted', grade('reviewer'));
    expect([await leads('2021-05-31'), await leads('2021-06-01')]).toEqual([[], ['allocate-reviews']]);
    history.add('review-round', round, 'ReviewerWithdrawn', { reviewer: 'reviewer', reasonCode: 'ill' });
    expect(await leads('2021-05-31')).toEqual(['allocate-reviews']);
  });

  it('is nothing once another round stands in for it', async () => {
    opened().add('review-round', idOf('review-round', 2), 'RoundOpened', {
      ...{ ...roundFacts(), replaces: { round, reasonCode: 'reviewers-ill' } },
    });
    expect(
      (await myWork(reader, { ...day('2021-04-12'), worker: { person: LEAD, roles: ['qa-lead'] } })).items,
    ).toMatchObject([
      { kind: 'sample-audits', subject: { kind: 'review-round', id: idOf('review-round', 2) } },
    ]);
  });
});

describe('what waits because of a measure', () => {
  const measure = idOf('measure', 1);
  const period = { from: '2021-01-01', to: '2021-03-31' };
  const held = (reviewRequested: { period: typeof period; why: string } | null): History =>
    history.add('measure', measure, 'SurgeryHeld', surgeryFacts({ period, reviewRequested }));

  beforeEach(() => {
    history
      .add('case-audit', audit, 'AuditWithdrawn', withdrawnFacts())
      .add('measure', measure, 'MeasureDefined', measureFacts())
      .add('measure', measure, 'MeasureReported', figureFacts());
  });

  it('is a surgery once a review is asked for, until one answers it, and again when it is asked for again', async () => {
    expect(await mine(LEAD, ['qa-lead'])).toEqual([]);
    const asked = { period, why: 'threshold-breached', by: LEAD };
    history.add('measure', measure, 'ReviewRequested', asked);
    for (const role of HOLDS_SURGERIES) expect(await mine(LEAD, [role])).toEqual(['hold-surgery']);
    for (const role of ROLES.filter((one) => !HOLDS_SURGERIES.includes(one)))
      expect(await mine(LEAD, [role])).toEqual([]);
    held(null);
    const { items } = await myWork(reader, {
      ...day('2021-04-12'),
      worker: { person: LEAD, roles: ['service-leader'] },
    });
    expect(items).toMatchObject([
      { subject: { kind: 'measure', id: measure }, child: null, due: null, standing: 'without-date' },
    ]);
    held({ period, why: asked.why });
    expect(await mine(LEAD, ['qa-lead'])).toEqual([]);
    history.add('measure', measure, 'ReviewRequested', asked);
    expect(await mine(LEAD, ['qa-lead'])).toEqual(['hold-surgery']);
  });
});

describe('due soon and overdue', () => {
  it.each([
    // Thursday 22 April is due; three working days before it is Monday the 19th.
    ['2021-04-18', 'in-time'],
    ['2021-04-19', 'due-soon'],
    ['2021-04-22', 'due-soon'],
    ['2021-04-23', 'overdue'],
  ])('are of the day that is asked for: on %s an audit is %s', async (on, standing) => {
    allocated();
    const { items } = await myWork(reader, { ...day(on), worker: { person: AUDITOR, roles: [] } });
    expect(items).toMatchObject([{ due: '2021-04-22', standing }]);
  });

  it('of an escalation are of the very moment', async () => {
    history.add('escalation', escalation, 'EscalationOpened', escalatedFacts({ to: MANAGER }));
    const standing = async (at: string) =>
      (
        await myWork(reader, {
          ...{ authority: 'northshire', on: at.slice(0, 10), at },
          worker: { person: MANAGER, roles: [] },
        })
      ).items[0]?.standing;
    expect(await standing('2021-04-02T12:00:00.000Z')).toBe('due-soon');
    expect(await standing('2021-04-02T12:00:00.001Z')).toBe('overdue');
  });

  it('put the most urgent first and say how much has no day', async () => {
    actionSet({ owner: AUDITOR, due: '2021-04-09' });
    allocated().add('case-audit', idOf('case-audit', 2), 'CaseSelected', selectedFacts(2));
    const { items, figures } = await myWork(reader, {
      ...day('2021-04-12'),
      worker: { person: AUDITOR, roles: ['qa-lead'] },
    });
    expect(items.map(({ kind }) => kind)).toEqual(['accept-action', 'start-audit', 'allocate-auditor']);
    expect(figures).toMatchObject({ n: 3, missing: { withoutDate: 1 } });
    expect(figures.byStanding).toEqual([
      { standing: 'overdue', n: 1 },
      { standing: 'due-soon', n: 0 },
      { standing: 'in-time', n: 1 },
      { standing: 'without-date', n: 1 },
    ]);
  });
});

describe('what a lead sees of everybody', () => {
  it('is what is overdue; of what is about staff nothing for the worker and the team', async () => {
    allocated().add(
      'escalation',
      escalation,
      'EscalationOpened',
      escalatedFacts({ to: MANAGER, restricted: true }),
    );
    history.add('person', LEAD, 'TeamMembershipRecorded', { team: 'North', from: '2021-05-01', to: null });
    const seenBy = async (viewer: string) =>
      (await overdueWork(reader, { ...day('2021-04-23'), viewer })).items.map(({ kind }) => kind);
    expect(await seenBy(MODERATOR)).toEqual(['acknowledge-escalation', 'start-audit']);
    expect(await seenBy(WORKER)).toEqual(['start-audit']);
    expect(await seenBy(LEAD)).toEqual(['start-audit']);
  });

  it('is the queue of moderations with its age, which counts from the grade', async () => {
    history.at('2021-04-05T09:00:00.000Z');
    toModerate();
    const queue = () => moderationQueue(reader, day('2021-04-15'));
    expect(await queue()).toMatchObject({
      items: [{ kind: 'allocate-moderator', waitingDays: 10 }],
      figures: { n: 1, withoutModerator: 1, overdue: 0, ageDays: { longest: 10, median: 10 } },
    });
    history
      .at('2021-04-12T09:00:00.000Z')
      .add('case-audit', audit, 'ModeratorAllocated', { ...MODERATING, due: '2021-04-14' })
      .add('case-audit', audit, 'ModerationMissed', { reasonCode: 'nobody-free', by: LEAD });
    expect(await queue()).toMatchObject({
      items: [{ kind: 'moderate-grade', waitingDays: 10, standing: 'overdue' }],
      figures: { withModerator: 1, overdue: 1, missing: { missed: 1 } },
    });
  });

  it('counts the age of a moderation that somebody asked for later from there', async () => {
    history.at('2021-04-05T09:00:00.000Z');
    graded();
    history
      .at('2021-04-08T09:00:00.000Z')
      .add('case-audit', audit, 'ModerationRequired', { rule: 'requested' });
    expect(await moderationQueue(reader, day('2021-04-15'))).toMatchObject({ items: [{ waitingDays: 7 }] });
  });

  it('is what does not go as it should', async () => {
    const kinds = async (on = '2021-04-12') =>
      (await workExceptions(reader, { ...day(on), viewer: LEAD })).items.map(
        ({ exception, waiting }) => `${exception} ${waiting}`,
      );
    toModerate()
      .add('case-audit', audit, 'ModeratorAllocated', MODERATING)
      .add('case-audit', audit, 'ModerationMissed', { reasonCode: 'nobody-free', by: LEAD });
    expect(await kinds()).toEqual(['moderation-missed null']);
    history.add('case-audit', audit, 'ConflictDeclared', {
      person: MODERATOR,
      as: 'moderator',
      relationship: 'personal',
    });
    expect(await kinds()).toEqual(['moderation-missed null', 'conflict-declared allocate-moderator']);
    history.add('case-audit', audit, 'ModeratorAllocated', { ...MODERATING, moderator: OWNER });
    history.add('person', OWNER, 'PersonLeft', { on: '2021-04-12' });
    expect(await kinds('2021-04-12')).toEqual(['moderation-missed null']);
    expect(await kinds('2021-04-13')).toEqual(['person-left moderate-grade', 'moderation-missed null']);
  });
});
