import fc from 'fast-check';
import {
  ACTION_KINDS,
  ACTION_PRIORITIES,
  ACTION_VERDICTS,
  AUDIT_QUALITIES,
  COHORTS,
  CURRENT_SCALE,
  DEFAULT_POLICY,
  FIGURE_SERIES,
  GRADES,
  POLARITIES,
  ROUND_OPINIONS,
  WITHDRAWAL_REASONS,
  type StreamKind,
} from '#audit-cycle';
import type { ViewEvent } from '../view.js';
import { ANOTHER_PERSON, DIGEST, History, idOf, PERSON, SECRET } from './history.js';
import {
  draftedFacts,
  drawnFacts,
  escalatedFacts,
  finalisedFacts,
  gradedFacts,
  holidayFacts,
  importedFacts,
  moderatedFacts,
  plannedFacts,
  roundFacts,
  sampledFacts,
  selectedFacts,
  sessionFacts,
  setFacts,
  TOOL,
  withdrawnFacts,
} from './sample-facts.js';
import { figureFacts, measureFacts, surgeryFacts, targetsFacts } from './sample-measures.js';

type Step = (history: History, id: string, pick: <Item>(items: readonly Item[]) => Item, gap: number) => void;

const CYCLES = [idOf('cycle', 1), idOf('cycle', 2)] as const;
const AUDITS = Array.from({ length: 6 }, (_, index) => idOf('case-audit', index + 1));
const ACTIONS = Array.from({ length: 4 }, (_, index) => idOf('improvement-action', index + 1));
const RE_AUDITS = [idOf('re-audit', 1)] as const;
const RE_AUDIT_CAUSES = [
  { rule: 'drawn', reasonCode: null, draw: { cycle: CYCLES[0], seed: 'seed', index: 0 } },
  { rule: 'inadequate', reasonCode: null, draw: null },
  { rule: 'chosen', reasonCode: 'team-asked', draw: null },
] as const;
const ROUNDS = [idOf('review-round', 1)] as const;
const ESCALATIONS = [idOf('escalation', 1), idOf('escalation', 2)] as const;
const PEOPLE = [PERSON, ANOTHER_PERSON] as const;
const SESSIONS = [idOf('calibration-session', 1)] as const;
const MEASURES = [idOf('measure', 1), idOf('measure', 2)] as const;
const CALENDARS = [idOf('working-calendar', 1)] as const;
const TEAMS = ['North', 'South', null];
const MOMENTS = ['2021-04-02T12:00:00.000Z', '2021-04-09T12:00:00.000Z'] as const;
const DATES = ['2021-04-01', '2021-04-02', '2021-06-30'];
const SECTIONS = ['plan', 'visits', 'voice'];

/** What may happen to a stream of each kind: its first event, then any of the others in any order. */
const STEPS: Readonly<Partial<Record<StreamKind, readonly [Step, ...Step[]]>>> = {
  cycle: [
    (h, id, pick, gap) => {
      const areas = [{ code: 'west', teams: ['North'] }];
      const facts = { tool: { id: TOOL.id, version: pick([1, 2]) }, policy: { ...DEFAULT_POLICY, areas } };
      h.add('cycle', id, 'CyclePlanned', plannedFacts(facts), gap);
    },
    (h, id, _pick, gap) => h.add('cycle', id, 'PopulationImported', importedFacts(), gap),
    (h, id, _pick, gap) => h.add('cycle', id, 'SampleDrawn', drawnFacts(), gap),
    (h, id, _pick, gap) =>
      h.add('cycle', id, 'CycleOpened', { openedBy: PERSON, moderationSecretDigest: DIGEST }, gap),
    (h, id, _pick, gap) =>
      h.add(
        'cycle',
        id,
        'CycleClosed',
        {
          ...{ closedBy: PERSON, closedOn: '2021-06-30', withoutGrade: [], reasonCode: null },
          moderationSecret: SECRET,
        },
        gap,
      ),
    (h, id, _pick, gap) => h.add('cycle', id, 'FindingsPublished', { by: PERSON, on: '2021-07-01' }, gap),
  ],
  'case-audit': [
    (h, id, pick, gap) => {
      const changes = { cycle: pick(CYCLES), cohort: pick(COHORTS), team: pick(TEAMS) };
      h.add('case-audit', id, 'CaseSelected', selectedFacts(AUDITS.indexOf(id), changes), gap);
    },
    (h, id, pick, gap) =>
      h.add(
        'case-audit',
        id,
        'AuditorAllocated',
        { auditor: PERSON, due: pick(DATES), allocatedBy: PERSON, how: 'by-hand' },
        gap,
      ),
    (h, id, _pick, gap) => h.add('case-audit', id, 'AuditStarted', { auditor: PERSON }, gap),
    (h, id, pick, gap) => {
      const answer = pick([
        { kind: 'grade', grade: pick(GRADES) } as const,
        { kind: 'choice', choice: 'yes' } as const,
        { kind: 'not-applicable', reasonCode: 'no-plan-yet' } as const,
      ]);
      h.add('case-audit', id, 'SectionGraded', { section: pick(SECTIONS), answer }, gap);
    },
    (h, id, pick, gap) => h.add('case-audit', id, 'CaseGraded', gradedFacts(pick(GRADES)), gap),
    (h, id, pick, gap) =>
      h.add('case-audit', id, 'ModerationRequired', { rule: pick(['grade', 'random'] as const) }, gap),
    (h, id, pick, gap) =>
      h.add(
        'case-audit',
        id,
        'ModeratorAllocated',
        { moderator: ANOTHER_PERSON, due: pick(DATES), manner: 'seen' },
        gap,
      ),
    (h, id, pick, gap) =>
      h.add('case-audit', id, 'GradeModerated', moderatedFacts(pick(GRADES), pick(GRADES)), gap),
    (h, id, _pick, gap) => {
      const facts = { by: PERSON, reasonCode: 'evidence-thin', grade: 'good', attempt: 1 } as const;
      h.add('case-audit', id, 'AuditReturned', facts, gap);
    },
    (h, id, pick, gap) => {
      const facts = { by: PERSON, wanted: pick(GRADES), due: pick(DATES) };
      h.add('case-audit', id, 'GradeDisputed', facts, gap);
    },
    (h, id, pick, gap) => {
      const grades = { from: pick(GRADES), grade: pick(GRADES) };
      const facts = { panel: [PERSON, ANOTHER_PERSON], reasonCode: 'evidence-weighed', ...grades };
      h.add('case-audit', id, 'GradeSettled', facts, gap);
    },
    (h, id, pick, gap) => {
      const as = pick(['auditor', 'moderator'] as const);
      h.add('case-audit', id, 'ConflictDeclared', { person: PERSON, as, relationship: 'personal' }, gap);
    },
    (h, id, pick, gap) => {
      const facts = { from: PERSON, to: ANOTHER_PERSON, due: pick(DATES), reasonCode: 'on-leave' };
      h.add('case-audit', id, pick(['AuditorReplaced', 'ModeratorReplaced'] as const), facts, gap);
    },
    (h, id, pick, gap) => {
      const facts = { from: pick(DATES), to: pick(DATES), reasonCode: 'absence', by: PERSON };
      h.add('case-audit', id, 'AuditDeadlineExtended', facts, gap);
    },
    (h, id, pick, gap) => {
      const to = pick(['in-care', 'child-in-need']);
      const facts = { field: 'cohort', from: null, to, reasonCode: 'misread', by: PERSON, tied: [] } as const;
      h.add('case-audit', id, 'CorrectionMade', facts, gap);
    },
    (h, id, pick, gap) => h.add('case-audit', id, 'AuditFinalised', finalisedFacts(pick(GRADES)), gap),
    (h, id, pick, gap) => {
      const facts = { by: pick(PEOPLE), role: 'practitioner', accurate: 'yes' } as const;
      h.add('case-audit', id, 'PractitionerCommented', facts, gap);
    },
    (h, id, _pick, gap) =>
      h.add('case-audit', id, 'FeedbackGiven', { by: PERSON, to: [ANOTHER_PERSON], on: '2021-05-01' }, gap),
    (h, id, _pick, gap) =>
      h.add('case-audit', id, 'ModerationMissed', { reasonCode: 'nobody-free', by: PERSON }, gap),
    (h, id, pick, gap) => {
      const reasonCode = pick(WITHDRAWAL_REASONS);
      h.add('case-audit', id, 'WithdrawalRequested', { requestedBy: PERSON, reasonCode, replace: true }, gap);
    },
    (h, id, _pick, gap) => {
      const facts = { requestedBy: PERSON, declinedBy: ANOTHER_PERSON, reasonCode: 'two-children' };
      h.add('case-audit', id, 'WithdrawalDeclined', facts, gap);
    },
    (h, id, pick, gap) => {
      const changes = { reasonCode: pick(WITHDRAWAL_REASONS), afterGrading: pick([true, false]) };
      h.add('case-audit', id, 'AuditWithdrawn', withdrawnFacts(changes), gap);
    },
  ],
  'improvement-action': [
    (h, id, pick, gap) => {
      const changes = {
        audit: pick(AUDITS),
        cycle: pick(CYCLES),
        priority: pick(ACTION_PRIORITIES),
        kind: pick(ACTION_KINDS),
        team: pick(TEAMS),
        due: pick(DATES),
      };
      const source = { kind: 'measure', measure: pick(MEASURES), surgery: pick([1, 2]) } as const;
      const facts = setFacts(pick([changes, changes, { ...changes, source }]));
      h.add('improvement-action', id, 'ActionSet', facts, gap);
    },
    (h, id, pick, gap) => h.add('improvement-action', id, 'ActionLinked', { repeats: pick(ACTIONS) }, gap),
    (h, id, _pick, gap) => h.add('improvement-action', id, 'ActionAccepted', { owner: PERSON }, gap),
    (h, id, pick, gap) => {
      const facts = { from: PERSON, to: ANOTHER_PERSON, team: pick(TEAMS), reasonCode: 'left' };
      h.add('improvement-action', id, 'ActionReassigned', facts, gap);
    },
    (h, id, pick, gap) => {
      const facts = { from: pick(DATES), to: pick(DATES), reasonCode: 'absence', approvedBy: ANOTHER_PERSON };
      h.add('improvement-action', id, 'DueDateMoved', facts, gap);
    },
    (h, id, pick, gap) =>
      h.add(
        'improvement-action',
        id,
        'ActionReportedDone',
        { by: PERSON, doneOn: pick(DATES), reportedOn: pick(DATES) },
        gap,
      ),
    (h, id, _pick, gap) =>
      h.add('improvement-action', id, 'ActionReopened', { by: PERSON, reasonCode: 'not-on-record' }, gap),
    (h, id, pick, gap) => {
      const facts = {
        by: ANOTHER_PERSON,
        verdict: pick(['done', 'partly', 'not-done'] as const),
        method: 'record-checked' as const,
      };
      h.add('improvement-action', id, 'ActionVerified', facts, gap);
    },
    (h, id, pick, gap) => {
      const facts = {
        by: ANOTHER_PERSON,
        impact: pick(['yes', 'no', 'too-early'] as const),
        on: pick(DATES),
      };
      h.add('improvement-action', id, 'ImpactJudged', facts, gap);
    },
    (h, id, _pick, gap) =>
      h.add('improvement-action', id, 'ActionCancelled', { reasonCode: 'error', approvedBy: PERSON }, gap),
  ],
  're-audit': [
    (h, id, pick, gap) => {
      const audit = pick(AUDITS);
      const facts = {
        audit,
        cycle: pick(CYCLES),
        child: `child-${AUDITS.indexOf(audit)}`,
        team: null,
        worker: null,
        asAt: '2021-06-01',
        originalGrade: pick(GRADES),
        actions: ACTIONS,
        ...pick(RE_AUDIT_CAUSES),
        reviewed: selectedFacts(1).reviewed,
        tool: selectedFacts(1).tool,
      };
      h.add('re-audit', id, 'CaseSelectedForReAudit', facts, gap);
    },
    (h, id, pick, gap) =>
      h.add('re-audit', id, 'ActionChecked', { action: pick(ACTIONS), verdict: 'partly' }, gap),
    (h, id, pick, gap) => {
      const facts = { reAuditor: pick(PEOPLE), due: pick(DATES), allocatedBy: PERSON };
      h.add('re-audit', id, 'ReAuditorAllocated', facts, gap);
    },
    (h, id, pick, gap) => {
      const verdicts = ACTIONS.map((action) => ({ action, verdict: pick(ACTION_VERDICTS) }));
      const graded = { reAuditor: ANOTHER_PERSON, grade: pick(GRADES), scale: CURRENT_SCALE } as const;
      h.add('re-audit', id, 'CaseReaudited', { audit: AUDITS[0]!, ...graded, verdicts }, gap);
    },
    (h, id, _pick, gap) =>
      h.add('re-audit', id, 'ReAuditWithdrawn', { reasonCode: 'child-moved', by: PERSON }, gap),
  ],
  'review-round': [
    (h, id, _pick, gap) => h.add('review-round', id, 'RoundOpened', roundFacts(), gap),
    (h, id, _pick, gap) => h.add('review-round', id, 'AuditsSampled', sampledFacts(AUDITS.slice(0, 4)), gap),
    (h, id, pick, gap) => {
      const told = { child: 'child-1', reviewed: selectedFacts(1).reviewed, tool: selectedFacts(1).tool };
      const facts = { audit: pick(AUDITS.slice(0, 4)), reviewer: pick(PEOPLE), ...told };
      h.add('review-round', id, 'ReviewAllocated', facts, gap);
    },
    (h, id, pick, gap) => {
      const facts = { reviewer: pick(PEOPLE), reasonCode: 'checks-lapsed' };
      h.add('review-round', id, 'ReviewerWithdrawn', facts, gap);
    },
    (h, id, pick, gap) => {
      const graded = { grade: pick(GRADES), scale: CURRENT_SCALE, sections: [] } as const;
      const facts = { audit: pick(AUDITS.slice(0, 4)), reviewer: pick(PEOPLE), ...graded };
      h.add('review-round', id, 'BlindGradeCommitted', facts, gap);
    },
    (h, id, pick, gap) => {
      const grades = { ours: pick(GRADES), theirs: pick(GRADES), scale: CURRENT_SCALE } as const;
      const facts = { audit: pick(AUDITS.slice(0, 4)), reviewer: pick(PEOPLE), ...grades };
      h.add('review-round', id, 'GradesCompared', facts, gap);
    },
    (h, id, pick, gap) => {
      const judged = { quality: pick(AUDIT_QUALITIES), aspects: ['evidence'] };
      const facts = { audit: pick(AUDITS.slice(0, 4)), reviewer: pick(PEOPLE), ...judged };
      h.add('review-round', id, 'AuditQualityJudged', facts, gap);
    },
    (h, id, pick, gap) => {
      const figures = {
        n: 4,
        agreed: 3,
        lowerBoundPercent: 24.9,
        notReviewed: 0,
        notJudged: 0,
        notReviewedCode: null,
      };
      const facts = {
        opinion: pick(ROUND_OPINIONS),
        ...figures,
        givenBy: ANOTHER_PERSON,
        concludedBy: PERSON,
      };
      h.add('review-round', id, 'RoundConcluded', facts, gap);
    },
  ],
  escalation: [
    (h, id, pick, gap) => {
      const changes = { audit: pick(AUDITS), cycle: pick(CYCLES), restricted: pick([true, false]) };
      // Who sees it is judged by its case: none is opened of a case that was not selected.
      if (h.events.some(({ stream }) => stream.id === changes.audit))
        h.add('escalation', id, 'EscalationOpened', escalatedFacts(changes), gap);
    },
    (h, id, pick, gap) => {
      const facts = { by: pick(PEOPLE), at: pick(MOMENTS) };
      h.add('escalation', id, 'EscalationAcknowledged', facts, gap);
    },
    (h, id, pick, gap) => {
      const facts = { from: pick(PEOPLE), to: pick(PEOPLE), reasonCode: 'on-leave' };
      h.add('escalation', id, 'EscalationReassigned', facts, gap);
    },
    (h, id, pick, gap) => {
      const done = { whatCode: 'visit-made', doneOn: pick(DATES), onChildRecordSince: pick(DATES) };
      h.add('escalation', id, 'EscalationResolved', { by: pick(PEOPLE), ...done }, gap);
    },
    (h, id, pick, gap) => {
      const how = pick(['acknowledged-late', 'resolved-late'] as const);
      h.add('escalation', id, 'EscalationBreached', { dueAt: MOMENTS[0], how }, gap);
    },
  ],
  person: [
    (h, id, pick, gap) => h.add('person', id, 'PersonJoined', { on: pick(DATES) }, gap),
    (h, id, pick, gap) => {
      const facts = { team: pick(['North', 'South']), from: pick(DATES), to: pick([null, '2021-07-31']) };
      h.add('person', id, 'TeamMembershipRecorded', facts, gap);
    },
    (h, id, pick, gap) => {
      const facts = { manager: pick(PEOPLE), from: pick(DATES), to: null };
      h.add('person', id, 'LineManagerRecorded', facts, gap);
    },
    (h, id, _pick, gap) => h.add('person', id, 'RolesGiven', { roles: ['auditor'] }, gap),
    (h, id, pick, gap) => h.add('person', id, 'PersonLeft', { on: pick(DATES) }, gap),
  ],
  'calibration-session': [
    (h, id, _pick, gap) => h.add('calibration-session', id, 'SessionOpened', sessionFacts(), gap),
    (h, id, pick, gap) => {
      const facts = { person: pick(PEOPLE), grade: pick(GRADES), sections: [] };
      h.add('calibration-session', id, 'CalibrationGradeCommitted', facts, gap);
    },
    (h, id, _pick, gap) =>
      h.add('calibration-session', id, 'GradesRevealed', { by: PERSON, committed: 2 }, gap),
    (h, id, pick, gap) => {
      const facts = { on: pick(DATES), agreedGrade: pick(GRADES) };
      h.add('calibration-session', id, 'CalibrationDiscussed', facts, gap);
    },
  ],
  'audit-tool': [
    (h, id, _pick, gap) =>
      h.add(
        'audit-tool',
        id,
        'ToolDrafted',
        draftedFacts(1, { plan: ['visits'], visits: ['visits', 'plans'] }),
        gap,
      ),
    (h, id, _pick, gap) =>
      h.add('audit-tool', id, 'ToolDrafted', draftedFacts(2, { plan: [], voice: ['visits'] }), gap),
  ],
  measure: [
    (h, id, pick, gap) =>
      h.add('measure', id, 'MeasureDefined', measureFacts({ polarity: pick(POLARITIES) }), gap),
    (h, id, pick, gap) => {
      const facts = { minimum: pick(['50', '85']), upper: '90', from: pick(DATES) };
      h.add('measure', id, 'TargetsSet', targetsFacts(facts), gap);
    },
    (h, id, pick, gap) => {
      const facts = { series: pick(FIGURE_SERIES), period: { from: '2021-01-01', to: pick(DATES) } };
      h.add('measure', id, 'MeasureReported', figureFacts({ ...facts, numerator: pick([30, 80, 95]) }), gap);
    },
    (h, id, pick, gap) => {
      const facts = { period: { from: '2021-01-01', to: pick(DATES) }, why: 'falling', by: PERSON };
      h.add('measure', id, 'ReviewRequested', facts, gap);
    },
    (h, id, pick, gap) => {
      const review = { period: { from: '2021-01-01', to: pick(DATES) }, why: 'falling' };
      h.add('measure', id, 'SurgeryHeld', surgeryFacts({ reviewRequested: pick([null, review]) }), gap);
    },
  ],
  'working-calendar': [
    (h, id, _pick, gap) => h.add('working-calendar', id, 'BankHolidaysPublished', holidayFacts(), gap),
    (h, id, _pick, gap) => {
      const later = { covers: { from: '2021-01-01', to: '2022-12-31' }, source: 'another list' };
      h.add('working-calendar', id, 'BankHolidaysPublished', holidayFacts(later), gap);
    },
    // What is due soon goes by the calendar and by the policy, so that whoever publishes one may adopt the other.
    (h, _id, pick, gap) => {
      const areas = pick([[], [{ code: 'west', teams: ['North'] }]]);
      const actions = { dueSoonWorkingDays: pick([0, 5]) };
      const policy = { ...DEFAULT_POLICY, areas, actions };
      h.add('policy', idOf('policy', 1), 'PolicyAdopted', { policy }, gap);
    },
  ],
};

const STREAMS: readonly (readonly [StreamKind, string])[] = [
  ...CYCLES.map((id) => ['cycle', id] as const),
  ...AUDITS.map((id) => ['case-audit', id] as const),
  ...ACTIONS.map((id) => ['improvement-action', id] as const),
  ...RE_AUDITS.map((id) => ['re-audit', id] as const),
  ...ROUNDS.map((id) => ['review-round', id] as const),
  ...ESCALATIONS.map((id) => ['escalation', id] as const),
  ...PEOPLE.map((id) => ['person', id] as const),
  ...SESSIONS.map((id) => ['calibration-session', id] as const),
  ...MEASURES.map((id) => ['measure', id] as const),
  ...CALENDARS.map((id) => ['working-calendar', id] as const),
  ['audit-tool', TOOL.id],
];

/**
 * Histories of two cycles, six audits, four actions of audits and of surgeries, a re-audit, a review round, two escalations, two people, a session, two
 * measures, a calendar, a tool and a policy. Every stream begins as it must; what follows is
 * wilder than the rules allow, and several events may fall on one millisecond.
 */
const histories = (size: 'small' | 'max'): fc.Arbitrary<readonly ViewEvent[]> =>
  fc
    .array(fc.tuple(fc.nat(STREAMS.length - 1), fc.nat(1000), fc.nat(1000), fc.constantFrom(0, 0, 1, 500)), {
      maxLength: 180,
      size,
    })
    .map((steps) => {
      const history = new History();
      const begun = new Set<string>();
      for (const [stream, choice, variant, gap] of steps) {
        const [kind, id] = STREAMS[stream]!;
        const [first, ...others] = STEPS[kind]!;
        const step = begun.has(id) ? others[choice % others.length]! : first;
        let turn = variant;
        const pick = <Item>(items: readonly Item[]): Item => items[(turn += 7) % items.length]!;
        step(history, id, pick, gap);
        if (history.events.at(-1)?.stream.id === id) begun.add(id);
      }
      return history.events;
    });

/** Short ones, of five events on average, for what is slow. */
export const randomHistory = histories('small');
/** Up to 180 events, 90 on average, so that much happens to every stream. */
export const longHistory = histories('max');

/** The same events in another order, in which each stream keeps its own. */
export const interleaved = (events: readonly ViewEvent[]): fc.Arbitrary<readonly ViewEvent[]> =>
  fc.array(fc.nat(1_000_000), { minLength: events.length, maxLength: events.length }).map((choices) => {
    const streams = new Map<string, ViewEvent[]>();
    for (const event of events) {
      const key = `${event.stream.kind}-${event.stream.id}`;
      streams.set(key, [...(streams.get(key) ?? []), event]);
    }
    const queues = [...streams.values()];
    return choices.flatMap((choice) => {
      const waiting = queues.filter((queue) => queue.length > 0);
      const next = waiting[choice % waiting.length]?.shift();
      return next === undefined ? [] : [next];
    });
  });
