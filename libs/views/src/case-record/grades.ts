import type { AuditId, ChildId, CycleId, Grade, Instant } from '#audit-cycle';
import type { CaseRecordEntry } from './entry.js';
import { isEntryOf } from './kept-entries.js';

/** What was done to the grade of a case. */
export type GradeStepKind =
  | 'submitted'
  | 'resubmitted'
  | 'moderated'
  | 'returned'
  | 'disputed'
  | 'settled'
  | 'finalised'
  | 'external'
  | 're-audited';

/** One step, in the order of the log. */
export interface GradeStep {
  readonly kind: GradeStepKind;
  /** The grade that was given, returned or wanted. */
  readonly grade: Grade;
  readonly at: Instant;
  /** Id of its event. */
  readonly event: string;
}

/** All grades of one case. None replaces another: the last of each kind stands beside the others, and every step is below. */
export interface CaseGrades {
  readonly audit: AuditId;
  readonly child: ChildId;
  readonly cycle: CycleId;
  /** The first that an auditor submitted. */
  readonly submitted: Grade | null;
  /** The last that was submitted after a return. */
  readonly resubmitted: Grade | null;
  /** The moderator's; a return does not take it off the record. */
  readonly moderated: Grade | null;
  readonly settled: Grade | null;
  /** The grade it was finalised with. */
  readonly final: Grade | null;
  /** From outside, once it was compared with ours. */
  readonly external: Grade | null;
  /** Of the last re-audit. */
  readonly reAudited: Grade | null;
  readonly steps: readonly GradeStep[];
}

/** The grades that the entries of an audit tell of, which are in the order of the log; null where they do not begin it. */
export function caseGrades(audit: AuditId, entries: readonly CaseRecordEntry[]): CaseGrades | null {
  const [first] = entries.filter((entry) => isEntryOf(entry, 'CaseSelected'));
  if (first === undefined) return null;
  const steps = entries.flatMap(stepOf);
  const last = (kind: GradeStepKind): Grade | null =>
    steps.filter((step) => step.kind === kind).at(-1)?.grade ?? null;
  return {
    audit,
    child: first.child,
    cycle: first.cycle,
    submitted: last('submitted'),
    resubmitted: last('resubmitted'),
    moderated: last('moderated'),
    settled: last('settled'),
    final: last('finalised'),
    external: last('external'),
    reAudited: last('re-audited'),
    steps,
  };
}

function stepOf(entry: CaseRecordEntry): readonly GradeStep[] {
  const step = (kind: GradeStepKind, grade: Grade): readonly GradeStep[] => [
    { kind, grade, at: entry.occurredAt, event: entry.id },
  ];
  if (isEntryOf(entry, 'CaseGraded'))
    return step(entry.facts.attempt === 1 ? 'submitted' : 'resubmitted', entry.facts.grade);
  if (isEntryOf(entry, 'GradeModerated')) return step('moderated', entry.facts.to);
  if (isEntryOf(entry, 'AuditReturned')) return step('returned', entry.facts.grade);
  if (isEntryOf(entry, 'GradeDisputed')) return step('disputed', entry.facts.wanted);
  if (isEntryOf(entry, 'GradeSettled')) return step('settled', entry.facts.grade);
  if (isEntryOf(entry, 'AuditFinalised')) return step('finalised', entry.facts.grade);
  if (isEntryOf(entry, 'GradesCompared')) return step('external', entry.facts.theirs);
  if (isEntryOf(entry, 'CaseReaudited')) return step('re-audited', entry.facts.grade);
  return [];
}
