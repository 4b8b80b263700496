import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonState } from '../person/state.js';
import {
  GRADED,
  IN_PROGRESS,
  MODERATION_REQUIRED,
  DIRECTORY,
  NOW,
  SELECTED,
  TO_MODERATE,
  ANSWERED,
  actorOf,
  auditAfter,
  by,
} from '../testing/an-audit.js';
import { peopleOf } from '../testing/people.js';
import { STEP, fitting, type Step } from '../testing/audit-runs.js';
import { caseAudit } from './decider.js';
import type { CaseAuditEvent } from './events.js';

type OfType<T extends CaseAuditEvent['type']> = Extract<CaseAuditEvent, { type: T }>;

const all = <T extends CaseAuditEvent['type']>(events: readonly CaseAuditEvent[], type: T): OfType<T>[] =>
  events.filter((event): event is OfType<T> => event.type === type);

/** Said once more and in another way than in the product: who must not judge the work with child c2 of team north. */
const tied = (id: string, { memberships, conflicts, left }: PersonState): boolean =>
  ['worker', 'manager', 'head'].includes(id) ||
  memberships.some(({ to }) => to === null || to >= '2026-03-31') ||
  conflicts.length > 0 ||
  left !== null;

interface Run {
  readonly events: readonly CaseAuditEvent[];
  /** Who was tied to the child when each event came about. */
  readonly tiedThen: readonly ReadonlySet<string>[];
}

/** Runs the steps from a history; whatever is accepted folds, and a decision is never empty. */
function run(history: readonly CaseAuditEvent[], steps: readonly Step[]): Run {
  const people = new Map(DIRECTORY);
  const tiedNow = (): ReadonlySet<string> =>
    new Set([...people].filter(([id, person]) => tied(id, person)).map(([id]) => id));
  const events = [...history];
  const tiedThen = history.map(tiedNow);
  for (const step of steps) {
    if ('joinsTeam' in step) {
      const person = people.get(step.joinsTeam) as PersonState;
      const membership = { team: 'north', from: NOW.slice(0, 10), to: null };
      people.set(step.joinsTeam, { ...person, memberships: [...person.memberships, membership] });
      continue;
    }
    const state = auditAfter(...events);
    const actor = step.by === 'fitting' ? fitting(step.command, state) : actorOf(step.by);
    const told = by('lead', { actor, people: peopleOf(people), actionsSet: step.actionsSet });
    const decision = caseAudit.decide(step.command, state, told);
    if (!decision.ok) continue;
    expect(decision.events.length).toBeGreaterThan(0);
    events.push(...decision.events);
    tiedThen.push(...decision.events.map(tiedNow));
  }
  auditAfter(...events);
  return { events, tiedThen };
}

const INVARIANTS: Readonly<Record<string, (run: Run) => boolean>> = {
  'is selected, graded, moderated and ended at most once': ({ events }) =>
    (['CaseSelected', 'CaseGraded', 'GradeModerated'] as const).every((t) => all(events, t).length <= 1) &&
    all(events, 'AuditFinalised').length + all(events, 'AuditWithdrawn').length <= 1,

  'takes in nothing after its end': ({ events }) => {
    const end = events.findIndex((e) => e.type === 'AuditFinalised' || e.type === 'AuditWithdrawn');
    const after = end < 0 ? [] : events.slice(end + 1);
    return after.length === all(after, 'LegalHoldSet').length && after.length <= 1;
  },

  'is final with the moderated grade, else with the submitted one, and shows both': ({ events }) =>
    all(events, 'AuditFinalised').every(({ facts: { grade, lineage } }) => {
      const submitted = all(events, 'CaseGraded')[0]?.facts.grade;
      const moderated = all(events, 'GradeModerated')[0]?.facts.to ?? null;
      return (
        grade === (moderated ?? submitted) &&
        lineage.submitted === submitted &&
        lineage.moderated === moderated
      );
    }),

  'is not final unmoderated where moderation was required, as it is for every outstanding and inadequate': ({
    events,
  }) =>
    all(events, 'AuditFinalised').every(
      ({ facts: { lineage } }) =>
        lineage.moderated !== null ||
        (all(events, 'ModerationRequired').length === 0 &&
          lineage.submitted !== 'outstanding' &&
          lineage.submitted !== 'inadequate'),
    ),

  'is changed by a moderator only with a reason': ({ events }) =>
    all(events, 'GradeModerated').every(
      ({ facts, narrative }) =>
        (facts.outcome === 'upheld') === (facts.from === facts.to) &&
        (facts.outcome === 'upheld' || (facts.reasonCode !== null && narrative?.reason !== undefined)),
    ),

  'is worked on by its auditor and moderated by its moderator, who are two people': ({ events }) => {
    const auditor = all(events, 'AuditorAllocated')[0]?.facts.auditor;
    const moderator = all(events, 'ModeratorAllocated')[0]?.facts.moderator;
    return (
      [...all(events, 'AuditStarted'), ...all(events, 'CaseGraded')].every(
        (e) => e.facts.auditor === auditor,
      ) &&
      all(events, 'GradeModerated').every(({ facts }) => facts.moderator === moderator) &&
      (moderator === undefined || moderator !== auditor)
    );
  },

  'is never judged by anybody who is then tied to the child': ({ events, tiedThen }) =>
    events.every((event, i) => {
      const then = tiedThen[i] as ReadonlySet<string>;
      if (event.type === 'AuditStarted' || event.type === 'CaseGraded') return !then.has(event.facts.auditor);
      if (event.type === 'GradeModerated') return !then.has(event.facts.moderator);
      return event.type !== 'AuditWithdrawn' || !then.has(event.facts.approvedBy ?? '');
    }),

  'is graded only when everything that the tool asks for is there': ({ events }) => {
    const end = events.findIndex((event) => event.type === 'CaseGraded');
    const before = events.slice(0, Math.max(end, 0));
    const sections = all(before, 'SectionGraded').map(({ facts }) => facts.section);
    const voices = all(before, 'VoiceRecorded').map(({ facts }) => facts.voice);
    return all(events, 'CaseGraded').every(
      ({ facts, narrative }) =>
        ['plan', 'visits'].every((section) => sections.includes(section)) &&
        (['child', 'family'] as const).every((voice) => voices.includes(voice)) &&
        all(before, 'PracticeDiscussionHeld').length > 0 &&
        facts.actionsSet > 0 === (facts.noActionReason === null) &&
        narrative?.rationale !== undefined,
    );
  },

  'is withdrawn after grading only with the approval of a third person, or because the child died': ({
    events,
  }) =>
    all(events, 'AuditWithdrawn').every(({ facts }) => {
      const touched = all(events, 'SectionGraded').length > 0;
      if (facts.afterGrading !== touched) return false;
      if (facts.reasonCode === 'child-died') {
        return !facts.replace && facts.approvedBy === null && events.at(-1)?.type === 'LegalHoldSet';
      }
      if (!touched) return facts.approvedBy === null;
      const judged = [...all(events, 'AuditorAllocated'), ...all(events, 'ModeratorAllocated')].map(
        ({ facts: f }) => ('auditor' in f ? f.auditor : f.moderator),
      );
      return facts.approvedBy !== null && ![facts.requestedBy, ...judged].includes(facts.approvedBy);
    }),
};

const EVERY_EVENT = [
  'AuditFinalised',
  'AuditStarted',
  'AuditWithdrawn',
  'AuditorAllocated',
  'CaseGraded',
  'CaseSelected',
  'GradeModerated',
  'LegalHoldSet',
  'ModerationRequired',
  'ModeratorAllocated',
  'PracticeDiscussionHeld',
  'SectionGraded',
  'VoiceRecorded',
  'WithdrawalRequested',
];

/** Where the course of events begins; half of the time the case is with somebody who holds every role. */
const histories = [
  [],
  [SELECTED],
  IN_PROGRESS,
  ANSWERED,
  ANSWERED.slice(0, 5),
  [...GRADED, MODERATION_REQUIRED],
  TO_MODERATE,
];
const allocatedTo = (auditor: string, history: readonly CaseAuditEvent[]): readonly CaseAuditEvent[] =>
  history.map((event) =>
    ['AuditorAllocated', 'AuditStarted', 'CaseGraded'].includes(event.type)
      ? ({ ...event, facts: { ...event.facts, auditor } } as CaseAuditEvent)
      : event,
  );
const seed = Math.floor(Math.random() * 2 ** 31);

describe(`Whatever people try with an audit, in whatever order (seed ${seed}), it`, () => {
  const history = fc
    .tuple(fc.constantFrom('auditor', 'all-roles'), fc.constantFrom<readonly CaseAuditEvent[]>(...histories))
    .map(([auditor, events]) => allocatedTo(auditor, events));
  const steps = fc.array(STEP, { minLength: 10, maxLength: 80, size: 'max' });

  it.each(Object.entries(INVARIANTS))('%s', (_, holds) => {
    const property = fc.property(history, steps, (before, tries) => holds(run(before, tries)));
    fc.assert(property, { seed, numRuns: 400 });
  });

  it('comes by every event there is, so that the sentences above are about something', () => {
    const runs = fc.sample(fc.tuple(history, steps), { seed, numRuns: 1000 });
    const own = runs.flatMap(([before, tries]) => run(before, tries).events.slice(before.length));
    expect([...new Set(own.map(({ type }) => type))].sort()).toEqual(EVERY_EVENT);
  });
});
