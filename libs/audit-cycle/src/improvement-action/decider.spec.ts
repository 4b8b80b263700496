import { describe, expect, it } from '@jest/globals';
import { person } from '../person/decider.js';
import { given } from '../testing.js';
import {
  ACCEPTED,
  ACTION_SET,
  CANCELLED,
  REASSIGNED,
  REOPENED,
  REPORTED_DONE,
  by,
  byHolderOf,
  verified,
} from '../testing/an-action.js';
import {
  CLOSED,
  DRAWN,
  IMPORTED,
  OPENED,
  OPEN_CYCLE,
  PLANNED,
  POLICY,
  cycleAfter,
} from '../testing/a-cycle.js';
import {
  AFTER_SETTLING,
  FINALISED,
  GRADED,
  IN_DISPUTE,
  IN_PROGRESS,
  MODERATED,
  TO_MODERATE,
  UPHELD,
  WITHDRAWN,
  auditAfter,
  graded,
} from '../testing/an-audit.js';
import type {
  CancelAction,
  MoveDueDate,
  ReassignAction,
  ReopenAction,
  ReportDone,
  VerifyAction,
} from './commands.js';
import { improvementAction } from './decider.js';
import type { ImprovementActionEvent } from './events.js';

const open = given(improvementAction, [ACTION_SET]);
const reportedDone = given(improvementAction, [ACTION_SET, REPORTED_DONE]);
const SHORT_NOTICE = { now: '2026-05-12T12:00:00.000Z' };
const OVERDUE = { now: '2026-05-13T12:00:00.000Z' };

describe('Accepting an action', () => {
  const accept = { type: 'AcceptAction' } as const;

  it('is for its owner', () => {
    open.when(accept, by('worker')).then(ACCEPTED);
  });

  it('is for nobody else', () => {
    open.when(accept, by('manager')).thenRefused('not-the-owner');
    open.when(accept, by('lead')).thenRefused('not-the-owner');
  });

  it('is done once', () => {
    given(improvementAction, [ACTION_SET, ACCEPTED])
      .when(accept, by('worker'))
      .thenRefused('already-accepted');
  });

  it('is asked of the next owner again', () => {
    given(improvementAction, [ACTION_SET, ACCEPTED, REASSIGNED])
      .when(accept, by('colleague'))
      .then({ ...ACCEPTED, facts: { owner: 'colleague' } });
    given(improvementAction, [ACTION_SET, REASSIGNED])
      .when(accept, by('worker'))
      .thenRefused('not-the-owner');
  });
});

describe('Reassigning an action', () => {
  const reassign: ReassignAction = { type: 'ReassignAction', to: 'colleague', reasonCode: 'owner-left' };

  it.each([
    ['a quality assurance lead', byHolderOf('lead', 'qa-lead')],
    ['a service leader', byHolderOf('leader', 'service-leader')],
    ["the owner's line manager, whatever their roles", byHolderOf('manager')],
  ])('is for %s', (_who, context) => {
    open.when(reassign, context).then(REASSIGNED);
  });

  it('is never for the owner, whatever their roles: somebody else decides who has it next', () => {
    open.when(reassign, byHolderOf('worker', 'action-owner')).thenRefused('own-action');
    open.when(reassign, byHolderOf('worker', 'qa-lead', 'service-leader')).thenRefused('own-action');
  });

  it('is not for a line manager who owns it by now', () => {
    const toManager = { ...REASSIGNED, facts: { ...REASSIGNED.facts, to: 'manager' } };
    given(improvementAction, [ACTION_SET, toManager])
      .when(reassign, byHolderOf('manager', 'service-leader'))
      .thenRefused('own-action');
  });

  it.each([
    ['the next owner', byHolderOf('colleague', 'action-owner')],
    ["the line manager's manager", byHolderOf('head', 'auditor')],
  ])('is not for %s', (_who, context) => {
    open.when(reassign, context).thenRefused('not-permitted');
  });

  it('is for the line manager of the last day when the owner has left', () => {
    const { people, ...rest } = byHolderOf('manager');
    const found = people.find('worker');
    if (found === undefined) throw new Error('There is a worker');
    const gone = person.evolve(found, { type: 'PersonLeft', facts: { on: '2026-04-10' }, narrative: null });
    const afterwards = { find: (id: string) => (id === 'worker' ? gone : people.find(id)) };
    open.when(reassign, { ...rest, people: afterwards }).then(REASSIGNED);
  });

  it('keeps the team unless another is named', () => {
    open.when({ ...reassign, team: 'health', reason: 'The nurse will see her.' }, by('lead')).then({
      ...REASSIGNED,
      facts: { ...REASSIGNED.facts, team: 'health' },
      narrative: { reason: 'The nurse will see her.' },
    });
  });

  it('records another team without stray spaces', () => {
    open
      .when({ ...reassign, team: ' Health  visitors' }, by('lead'))
      .then({ ...REASSIGNED, facts: { ...REASSIGNED.facts, team: 'Health visitors' } });
    open.when({ ...reassign, team: ' ' }, by('lead')).thenRefused('team-missing');
  });

  it('needs somebody else', () => {
    open.when({ ...reassign, to: 'worker' }, by('lead')).thenRefused('same-owner');
  });

  it('needs somebody who works here today', () => {
    open.when({ ...reassign, to: 'leaver' }, by('lead')).thenRefused('person-not-here');
    open.when({ ...reassign, to: 'stranger' }, by('lead')).thenRefused('person-not-here');
  });

  it('needs the code of a reason', () => {
    open.when({ ...reassign, reasonCode: 'She left.' }, by('lead')).thenRefused('code-malformed');
    open.when({ ...reassign, reasonCode: '' }, by('lead')).thenRefused('code-malformed');
  });
});

describe('Moving a due date', () => {
  const move: MoveDueDate = { type: 'MoveDueDate', to: '2026-06-01', reasonCode: 'court-date' };
  const moved = (approvedBy: string): ImprovementActionEvent => ({
    type: 'DueDateMoved',
    facts: { from: '2026-05-12', to: '2026-06-01', reasonCode: 'court-date', approvedBy },
    narrative: null,
  });

  it.each([
    ['a quality assurance lead', byHolderOf('lead', 'qa-lead')],
    ['a service leader', byHolderOf('leader', 'service-leader')],
    ["the owner's line manager, whatever their roles", byHolderOf('manager')],
  ])('is approved by %s', (_who, context) => {
    open.when(move, context).then(moved(context.actor.person));
  });

  it('is never approved by the owner, whatever their roles', () => {
    open.when(move, byHolderOf('worker', 'qa-lead', 'service-leader')).thenRefused('own-due-date');
  });

  it('is never approved by a former owner, who could have handed it on and taken it back', () => {
    given(improvementAction, [ACTION_SET, REASSIGNED])
      .when(move, byHolderOf('worker', 'qa-lead', 'service-leader'))
      .thenRefused('own-due-date');
  });

  it('is never approved by the owner of now, even as line manager of the owner before', () => {
    const toManager = { ...REASSIGNED, facts: { ...REASSIGNED.facts, to: 'manager' } };
    given(improvementAction, [ACTION_SET, toManager])
      .when(move, byHolderOf('manager', 'service-leader'))
      .thenRefused('own-due-date');
  });

  it.each([
    ['a colleague', byHolderOf('colleague', 'auditor', 'moderator')],
    ["the line manager's manager", byHolderOf('head', 'auditor')],
  ])('is not approved by %s', (_who, context) => {
    open.when(move, context).thenRefused('not-permitted');
  });

  it('is approved by who manages the owner today, not before and not later', () => {
    const withManager = (from: string, to: string | null) => {
      const { people, ...rest } = byHolderOf('kim');
      const worker = people.find('worker');
      if (worker === undefined) throw new Error('There is a worker');
      const line = [{ manager: 'kim', from, to }];
      return { ...rest, people: { find: () => ({ ...worker, managers: line }) } };
    };
    open.when(move, withManager('2026-04-13', '2026-04-13')).then(moved('kim'));
    open.when(move, withManager('2020-01-01', '2026-04-12')).thenRefused('not-permitted');
    open.when(move, withManager('2026-04-14', null)).thenRefused('not-permitted');
  });

  it('may make it earlier, and today at the earliest', () => {
    open.when({ ...move, to: '2026-04-13', reason: 'She moves on Tuesday.' }, by('lead')).then({
      type: 'DueDateMoved',
      facts: { from: '2026-05-12', to: '2026-04-13', reasonCode: 'court-date', approvedBy: 'lead' },
      narrative: { reason: 'She moves on Tuesday.' },
    });
    open.when({ ...move, to: '2026-04-12' }, by('lead')).thenRefused('due-in-the-past');
  });

  it('needs another date that exists', () => {
    open.when({ ...move, to: '2026-05-12' }, by('lead')).thenRefused('same-due-date');
    open.when({ ...move, to: '2026-06-31' }, by('lead')).thenRefused('not-a-date');
  });

  it('needs the code of a reason', () => {
    open.when({ ...move, reasonCode: 'Too busy' }, by('lead')).thenRefused('code-malformed');
  });
});

describe('Reporting an action done', () => {
  const report: ReportDone = {
    type: 'ReportDone',
    doneOn: '2026-04-13',
    evidence: 'Visit of 13 April on the record.',
  };

  it('is for its owner', () => {
    open.when(report, by('worker')).then(REPORTED_DONE);
  });

  it('keeps the day of the report apart from the day that the owner names', () => {
    const facts = { by: 'worker', doneOn: '2026-01-05', reportedOn: '2026-04-13' };
    open
      .when({ ...report, doneOn: '2026-01-05' }, { ...by('worker'), now: '2026-04-12T23:30:00.000Z' })
      .then({ ...REPORTED_DONE, facts });
    const state = [ACTION_SET, { ...REPORTED_DONE, facts }].reduce(
      improvementAction.evolve,
      improvementAction.initialState,
    );
    expect(state).toMatchObject({ reportedOn: '2026-04-13' });
    expect(improvementAction.evolve(state, REOPENED)).toMatchObject({ reportedOn: null });
  });

  it('is for nobody else', () => {
    open.when(report, by('manager')).thenRefused('not-the-owner');
    given(improvementAction, [ACTION_SET, REASSIGNED])
      .when(report, by('worker'))
      .thenRefused('not-the-owner');
  });

  it('needs evidence', () => {
    open.when({ ...report, evidence: ' ' }, by('worker')).thenRefused('evidence-missing');
  });

  it('is not done beforehand', () => {
    open.when({ ...report, doneOn: '2026-04-14' }, by('worker')).thenRefused('in-the-future');
  });

  it('needs a day that exists', () => {
    open.when({ ...report, doneOn: '13/04/2026' }, by('worker')).thenRefused('not-a-date');
  });
});

describe('Verifying an action', () => {
  const verify: VerifyAction = { type: 'VerifyAction', verdict: 'done', method: 'record-checked' };

  it.each(['done', 'partly', 'not-done'] as const)('finds it %s', (verdict) => {
    reportedDone.when({ ...verify, verdict }, by('second-auditor')).then(verified(verdict));
  });

  it('keeps what was seen apart from the facts', () => {
    reportedDone.when({ ...verify, evidence: 'Her words are on the record.' }, by('second-auditor')).then({
      ...verified('done'),
      narrative: { evidence: 'Her words are on the record.' },
    });
  });

  it.each(['qa-lead', 'moderator', 'auditor', 'service-leader'] as const)(
    'is for a person who is %s',
    (role) => {
      reportedDone.when(verify, byHolderOf('second-auditor', role)).then(verified('done'));
    },
  );

  it('is not for people whose roles look at no work of others', () => {
    reportedDone
      .when(verify, byHolderOf('second-auditor', 'action-owner', 'practitioner', 'analyst'))
      .thenRefused('not-permitted');
  });

  it('is never for the owner, whatever their roles', () => {
    reportedDone.when(verify, byHolderOf('worker', 'qa-lead')).thenRefused('own-action');
  });

  it('is never for a former owner', () => {
    const toAuditor = {
      ...REASSIGNED,
      facts: { ...REASSIGNED.facts, from: 'colleague', to: 'auditor' },
    };
    const history = [ACTION_SET, REASSIGNED, toAuditor, REPORTED_DONE];
    for (const person of ['worker', 'colleague', 'auditor']) {
      given(improvementAction, history).when(verify, byHolderOf(person, 'qa-lead')).thenRefused('own-action');
    }
  });

  it('waits until the owner reported it done', () => {
    open.when(verify, by('second-auditor', OVERDUE)).thenRefused('not-reported-done');
    open
      .when({ ...verify, verdict: 'partly' }, by('second-auditor', OVERDUE))
      .thenRefused('not-reported-done');
  });

  it('does not wait to find an overdue action not done', () => {
    const notDone = { ...verify, verdict: 'not-done' } as const;
    open.when(notDone, by('second-auditor', OVERDUE)).then(verified('not-done'));
    open.when(notDone, by('second-auditor', SHORT_NOTICE)).thenRefused('not-reported-done');
  });

  describe('after an inadequate audit', () => {
    const inadequate = { audit: auditAfter(...IN_PROGRESS, graded('inadequate')) };

    it.each([
      ['of the team', 'colleague'],
      ['of the team since today', 'newcomer'],
    ])('is not for somebody %s', (_who, person) => {
      reportedDone.when(verify, by(person, inadequate)).thenRefused('verify-outside-team');
    });

    it.each([
      ['of no team', 'second-auditor'],
      ['who left the team before the as-at date', 'former-colleague'],
    ])('is for somebody %s', (_who, person) => {
      reportedDone
        .when(verify, by(person, inadequate))
        .then({ ...verified('done'), facts: { by: person, verdict: 'done', method: 'record-checked' } });
    });

    it('is not for the team of the child when another team acts, nor for the team that acts', () => {
      const toHealth = { ...ACTION_SET, facts: { ...ACTION_SET.facts, team: 'health' } };
      const forHealth = given(improvementAction, [toHealth, REPORTED_DONE]);
      forHealth.when(verify, by('colleague', inadequate)).thenRefused('verify-outside-team');
      const nurse = by('second-auditor', inadequate);
      const ofHealth = { team: 'health', from: '2026-01-01', to: null };
      const found = nurse.people.find('second-auditor');
      if (found === undefined) throw new Error('There is a second auditor');
      forHealth
        .when(verify, { ...nurse, people: { find: () => ({ ...found, memberships: [ofHealth] }) } })
        .thenRefused('verify-outside-team');
    });

    it('is not for somebody of the team, however its name is written', () => {
      const { people, ...rest } = by('second-auditor', inadequate);
      const found = people.find('second-auditor');
      if (found === undefined) throw new Error('There is a second auditor');
      const ofNorth = { team: 'NORTH ', from: '2026-01-01', to: null };
      reportedDone
        .when(verify, { ...rest, people: { find: () => ({ ...found, memberships: [ofNorth] }) } })
        .thenRefused('verify-outside-team');
    });

    it('goes by the grade that stands: moderated where it was moderated', () => {
      const raised = {
        ...UPHELD,
        facts: { ...UPHELD.facts, outcome: 'changed', from: 'inadequate', to: 'good' },
      } as const;
      const lowered = {
        ...UPHELD,
        facts: { ...UPHELD.facts, outcome: 'changed', from: 'good', to: 'inadequate' },
      } as const;
      const asColleague = { by: 'colleague', verdict: 'done', method: 'record-checked' } as const;
      reportedDone
        .when(verify, by('colleague', { audit: auditAfter(...IN_PROGRESS, graded('inadequate'), raised) }))
        .then({ type: 'ActionVerified', facts: asColleague, narrative: null });
      reportedDone
        .when(verify, by('colleague', { audit: auditAfter(...IN_PROGRESS, graded('good'), lowered) }))
        .thenRefused('verify-outside-team');
    });
  });

  it('is for the team itself where the policy of the cycle leaves it to them', () => {
    const policy = { ...POLICY, verification: { outsideTeamForInadequate: false } };
    const cycle = { ...OPEN_CYCLE, policy };
    const byColleague = { by: 'colleague', verdict: 'done', method: 'record-checked' } as const;
    for (const audit of [auditAfter(...IN_PROGRESS, graded('inadequate')), auditAfter(...IN_PROGRESS)]) {
      reportedDone
        .when(verify, by('colleague', { audit, cycle }))
        .then({ ...verified('done'), facts: byColleague });
    }
  });

  it('waits for the grade of the audit: until then nobody knows whether it will be inadequate', () => {
    const ungraded = { audit: auditAfter(...IN_PROGRESS) };
    for (const person of ['colleague', 'second-auditor', 'lead']) {
      reportedDone.when(verify, by(person, ungraded)).thenRefused('audit-not-graded');
    }
  });

  it.each([
    ['is to be moderated', TO_MODERATE, 'moderation-outstanding'],
    ['is disputed', IN_DISPUTE, 'dispute-outstanding'],
  ])('is not for the team while the grade of the audit %s: it may become inadequate', (_what, so, code) => {
    const audit = auditAfter(...so);
    reportedDone.when(verify, by('colleague', { audit })).thenRefused(code);
    reportedDone.when(verify, by('second-auditor', { audit })).then(verified('done'));
  });

  it.each([
    ['is graded better', { audit: auditAfter(...MODERATED, FINALISED) }],
    ['was graded better and need not be moderated', { audit: auditAfter(...GRADED) }],
    ['was settled', { audit: auditAfter(...AFTER_SETTLING) }],
    [
      'was not moderated before its cycle closed',
      { audit: auditAfter(...TO_MODERATE), cycle: cycleAfter(PLANNED, IMPORTED, DRAWN, OPENED, CLOSED) },
    ],
    ['was withdrawn without a grade', { audit: auditAfter(...IN_PROGRESS, WITHDRAWN) }],
    [
      'got no grade before its cycle closed',
      { audit: auditAfter(...IN_PROGRESS), cycle: cycleAfter(PLANNED, IMPORTED, DRAWN, OPENED, CLOSED) },
    ],
  ])('is for the team itself when the audit %s', (_what, told) => {
    reportedDone
      .when(verify, by('colleague', told))
      .then({ ...verified('done'), facts: { by: 'colleague', verdict: 'done', method: 'record-checked' } });
  });
});

describe('Reopening an action', () => {
  const reopen: ReopenAction = {
    type: 'ReopenAction',
    reasonCode: 'not-on-record',
    reason: 'The visit is not on the record.',
  };

  it.each(['qa-lead', 'moderator', 'auditor', 'service-leader'] as const)(
    'is for a person who is %s',
    (role) => {
      reportedDone.when(reopen, byHolderOf('second-auditor', role)).then(REOPENED);
    },
  );

  it('is not for other people', () => {
    reportedDone.when(reopen, byHolderOf('colleague', 'action-owner')).thenRefused('not-permitted');
  });

  it('is never for the owner or a former owner, whatever their roles', () => {
    const handedOn = given(improvementAction, [
      ACTION_SET,
      REASSIGNED,
      { ...REPORTED_DONE, facts: { ...REPORTED_DONE.facts, by: 'colleague' } },
    ]);
    for (const person of ['worker', 'colleague']) {
      handedOn.when(reopen, byHolderOf(person, 'qa-lead', 'auditor')).thenRefused('own-action');
    }
  });

  it('needs both parts of a reason', () => {
    reportedDone.when({ ...reopen, reasonCode: 'Not there' }, by('lead')).thenRefused('code-malformed');
    reportedDone.when({ ...reopen, reason: '' }, by('lead')).thenRefused('reason-missing');
  });

  it('lets the owner report it done again', () => {
    given(improvementAction, [ACTION_SET, REPORTED_DONE, REOPENED])
      .when(
        { type: 'ReportDone', doneOn: '2026-04-13', evidence: 'Visit of 13 April on the record.' },
        by('worker'),
      )
      .then(REPORTED_DONE);
  });
});

describe('Cancelling an action', () => {
  const cancel: CancelAction = {
    type: 'CancelAction',
    reasonCode: 'overtaken',
    reason: 'The child lives with her aunt now.',
  };

  it.each([
    ['a quality assurance lead', byHolderOf('lead', 'qa-lead')],
    ['a service leader', byHolderOf('leader', 'service-leader')],
    ["the owner's line manager, whatever their roles", byHolderOf('manager')],
  ])('is approved by %s', (_who, context) => {
    const approvedBy = context.actor.person;
    open.when(cancel, context).then({ ...CANCELLED, facts: { reasonCode: 'overtaken', approvedBy } });
  });

  it('is never approved by the owner, whatever their roles', () => {
    open.when(cancel, byHolderOf('worker', 'qa-lead', 'service-leader')).thenRefused('own-action');
  });

  it('is never approved by a former owner', () => {
    given(improvementAction, [ACTION_SET, REASSIGNED])
      .when(cancel, byHolderOf('worker', 'qa-lead', 'service-leader'))
      .thenRefused('own-action');
  });

  it('is not approved by other people', () => {
    open.when(cancel, byHolderOf('colleague', 'auditor', 'moderator')).thenRefused('not-permitted');
  });

  it('needs both parts of a reason', () => {
    open.when({ ...cancel, reasonCode: '' }, by('lead')).thenRefused('code-malformed');
    open.when({ ...cancel, reason: ' ' }, by('lead')).thenRefused('reason-missing');
  });
});

describe('An action', () => {
  const after = (...events: readonly ImprovementActionEvent[]) =>
    events.reduce(improvementAction.evolve, improvementAction.initialState);

  it('remembers owners, due date and what it repeats', () => {
    const linked: ImprovementActionEvent = {
      type: 'ActionLinked',
      facts: { repeats: 'earlier' },
      narrative: null,
    };
    const moved: ImprovementActionEvent = {
      type: 'DueDateMoved',
      facts: { from: '2026-05-12', to: '2026-06-01', reasonCode: 'court-date', approvedBy: 'lead' },
      narrative: null,
    };
    expect(after(ACTION_SET, linked, ACCEPTED, REASSIGNED, moved)).toMatchObject({
      status: 'open',
      source: ACTION_SET.facts.source,
      owner: 'colleague',
      formerOwners: ['worker'],
      accepted: false,
      due: '2026-06-01',
      repeats: 'earlier',
    });
  });

  it('cannot be folded from what happened before it was set', () => {
    expect(() => after(ACCEPTED)).toThrow('ActionAccepted before any action was set');
  });

  it('keeps nothing of what was written', () => {
    expect(JSON.stringify(after(ACTION_SET, REPORTED_DONE))).not.toContain('Visit');
  });
});
