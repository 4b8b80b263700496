import type { Cohort } from '../vocabulary/cohort.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import type { VoiceOf } from '../vocabulary/voice.js';
import type {
  CaseAuditEvent,
  CaseSelected,
  CorrectionMade,
  GradeLineage,
  ModerationRule,
  SectionAnswer,
} from './events.js';
import type { WithdrawalReason } from './withdrawal.js';

export type CaseAuditState = { readonly status: 'not-selected' } | Audit;

/** The way that a case goes, in order, with detours left out that it need not make; from anywhere before its end it may be withdrawn. */
export const AUDIT_WAY = [
  'selected',
  'allocated',
  'in-progress',
  'graded',
  'moderated',
  'disputed',
  'settled',
  'finalised',
] as const;
export type AuditStep = (typeof AUDIT_WAY)[number];
export type AuditStatus = AuditStep | 'withdrawn';

export interface Audit {
  readonly status: AuditStatus;
  /** As it was selected, with what was corrected since. */
  readonly selected: CaseSelected['facts'];
  /** Null before the allocation, and after a conflict until somebody else has it. */
  readonly auditor: PersonId | null;
  readonly auditDue: IsoDate | null;
  readonly sections: ReadonlyMap<string, SectionAnswer>;
  /** Voices with a text or a reason. */
  readonly voices: readonly VoiceOf[];
  readonly practiceDiscussion: boolean;
  /** From the auditor's first grade on, also after a return. */
  readonly grading: Grading | null;
  readonly moderationRequired: boolean;
  /** Why, in the order in which it came up. */
  readonly moderationRules: readonly ModerationRule[];
  /** It was said that the moderation did not take place. */
  readonly moderationMissed: boolean;
  readonly moderator: PersonId | null;
  readonly moderationDue: IsoDate | null;
  /** How the moderator is to do it; null where nobody is to moderate. */
  readonly manner: 'blind' | 'seen' | null;
  /** The last day on which the auditor may dispute the moderated grade. */
  readonly disputeUntil: IsoDate | null;
  /** Everybody who ever began the case, answered for it or graded it, whoever has it now. */
  readonly auditors: readonly PersonId[];
  /** Everybody who ever moderated its grade. */
  readonly moderators: readonly PersonId[];
  /** Everybody who ever sat on a panel that settled it. */
  readonly settlers: readonly PersonId[];
  /** Whose judgement the grade that stands rests on: who submitted it, and who moderated and settled it since. */
  readonly judgedBy: readonly PersonId[];
  /** Everybody who had the case and turned out to be tied to it. */
  readonly conflicted: readonly PersonId[];
  /** The day on which it became final; null before. */
  readonly finalisedOn: IsoDate | null;
  /** Once final: the last day for comments. */
  readonly commentsUntil: IsoDate | null;
  readonly feedbackGiven: boolean;
  readonly withdrawalRequest: WithdrawalRequest | null;
  /** Why it was asked to withdraw it, each time that this was declined. */
  readonly withdrawalsDeclined: readonly WithdrawalReason[];
  /** Withdrawn, and another case is to be drawn in its place. */
  readonly replace: boolean;
  readonly legalHold: boolean;
}

export interface Grading {
  readonly scale: GradeScale;
  readonly lineage: GradeLineage;
  /** How many grades were submitted. */
  readonly attempts: number;
}

export interface WithdrawalRequest {
  readonly requestedBy: PersonId;
  readonly reasonCode: WithdrawalReason;
  readonly replace: boolean;
}

/** The grade that stands: the settled one where there is one, else the moderated, else the last submitted. */
export const gradeOf = ({ settled, moderated, resubmitted, submitted }: GradeLineage): Grade =>
  settled ?? moderated ?? resubmitted ?? submitted;

/** The grades of an audit that was graded; asking for them before is a mistake of the program and throws. */
export function gradingOf({ grading }: Audit): Grading {
  if (grading === null) throw new Error('This audit has not been graded');
  return grading;
}

export const notSelected: CaseAuditState = { status: 'not-selected' };

const NO_MODERATOR = { moderator: null, moderationDue: null, manner: null } as const;

const NOTHING_YET: Omit<Audit, 'selected'> = {
  status: 'selected',
  auditor: null,
  auditDue: null,
  sections: new Map(),
  voices: [],
  practiceDiscussion: false,
  grading: null,
  moderationRequired: false,
  moderationRules: [],
  moderationMissed: false,
  ...NO_MODERATOR,
  disputeUntil: null,
  auditors: [],
  moderators: [],
  settlers: [],
  judgedBy: [],
  conflicted: [],
  finalisedOn: null,
  commentsUntil: null,
  feedbackGiven: false,
  withdrawalRequest: null,
  withdrawalsDeclined: [],
  replace: false,
  legalHold: false,
};

export function evolveCaseAudit(state: CaseAuditState, event: CaseAuditEvent): CaseAuditState {
  if (event.type === 'CaseSelected') return { ...NOTHING_YET, selected: event.facts };
  if (state.status === 'not-selected') throw new Error(`${event.type} before any case was selected`);
  return evolveSelected(state, event);
}

function evolveSelected(state: Audit, event: Exclude<CaseAuditEvent, CaseSelected>): Audit {
  switch (event.type) {
    case 'AuditorAllocated':
      return {
        ...state,
        status: 'allocated',
        auditor: event.facts.auditor,
        auditDue: event.facts.due,
      };
    case 'AuditorReplaced':
      return { ...state, auditor: event.facts.to, auditDue: event.facts.due };
    case 'AuditDeadlineExtended':
      return { ...state, auditDue: event.facts.to };
    case 'ConflictDeclared':
      return conflict(state, event.facts);
    case 'AuditStarted':
      return { ...state, status: 'in-progress', auditors: withAll(state.auditors, event.facts.auditor) };
    case 'SectionGraded': {
      const { section, answer } = event.facts;
      return { ...answered(state), sections: new Map(state.sections).set(section, answer) };
    }
    case 'VoiceRecorded':
      return { ...answered(state), voices: withAll(state.voices, event.facts.voice) };
    case 'PracticeDiscussionHeld':
      return { ...answered(state), practiceDiscussion: true };
    case 'CaseGraded':
      return graded(state, event.facts);
    case 'ModerationRequired': {
      const moderationRules = withAll(state.moderationRules, event.facts.rule);
      return { ...state, moderationRequired: true, moderationRules };
    }
    case 'ModeratorAllocated':
      return withModerator(state, event.facts.moderator, event.facts);
    case 'ModeratorReplaced':
      return withModerator(state, event.facts.to, event.facts);
    case 'GradeModerated': {
      const { to, moderator, disputeUntil } = event.facts;
      const moderators = withAll(state.moderators, moderator);
      const judgedBy = withAll(state.judgedBy, moderator);
      const moderated = withLineage(state, { moderated: to });
      return { ...moderated, status: 'moderated', moderators, judgedBy, disputeUntil };
    }
    case 'ModerationMissed':
      return { ...state, moderationMissed: true };
    case 'AuditReturned':
      return returned(state);
    case 'GradeDisputed':
      return { ...state, status: 'disputed' };
    case 'GradeSettled': {
      const { grade, panel } = event.facts;
      const settlers = withAll(state.settlers, ...panel);
      const judgedBy = withAll(state.judgedBy, ...panel);
      return { ...withLineage(state, { settled: grade }), status: 'settled', settlers, judgedBy };
    }
    case 'AuditFinalised': {
      const { finalisedOn, commentsUntil } = event.facts;
      return { ...state, status: 'finalised', finalisedOn, commentsUntil };
    }
    case 'FeedbackGiven':
      return { ...state, feedbackGiven: true };
    case 'CorrectionMade':
      return { ...state, selected: corrected(state.selected, event.facts) };
    case 'WithdrawalRequested':
      return { ...state, withdrawalRequest: event.facts };
    case 'WithdrawalDeclined':
      return withdrawalDeclined(state);
    case 'AuditWithdrawn':
      return { ...state, status: 'withdrawn', replace: event.facts.replace };
    case 'LegalHoldSet':
      return { ...state, legalHold: true };
    case 'LegalHoldReleased':
      return { ...state, legalHold: false };
    case 'ImmediateRiskRaised':
    case 'ModerationDiscussionHeld':
    case 'PractitionerCommented':
      return state;
  }
}

const withAll = <T>(all: readonly T[], ...more: readonly T[]): readonly T[] => [
  ...new Set([...all, ...more]),
];

const withModerator = (
  state: Audit,
  moderator: PersonId,
  { due, manner }: { readonly due: IsoDate; readonly manner: 'blind' | 'seen' },
): Audit => ({ ...state, moderator, moderationDue: due, manner });

/** An answer comes from whoever has the case: what was answered stays theirs. */
const answered = (state: Audit): Audit => ({
  ...state,
  auditors: state.auditor === null ? state.auditors : withAll(state.auditors, state.auditor),
});

const withLineage = (state: Audit, grades: Partial<GradeLineage>): Audit => {
  const grading = gradingOf(state);
  return { ...state, grading: { ...grading, lineage: { ...grading.lineage, ...grades } } };
};

/** The first grade stays whatever is submitted later. */
function graded(
  state: Audit,
  { grade, scale, attempt, auditor }: Extract<CaseAuditEvent, { type: 'CaseGraded' }>['facts'],
): Audit {
  const submitted = state.grading?.lineage.submitted ?? null;
  const none = { resubmitted: null, moderated: null, settled: null };
  const lineage =
    submitted === null ? { ...none, submitted: grade } : { ...none, submitted, resubmitted: grade };
  const grading = { scale, lineage, attempts: attempt };
  const auditors = withAll(state.auditors, auditor);
  return { ...state, status: 'graded', auditors, judgedBy: [auditor], grading };
}

/** Moderation and settling are for the grade that comes next; a moderator is allocated again, with a new day. */
const returned = (state: Audit): Audit => ({
  ...withLineage(state, { moderated: null, settled: null }),
  status: 'in-progress',
  ...NO_MODERATOR,
  moderationMissed: false,
  disputeUntil: null,
  judgedBy: [],
});

const withdrawalDeclined = (state: Audit): Audit => ({
  ...state,
  withdrawalRequest: null,
  withdrawalsDeclined: withAll(
    state.withdrawalsDeclined,
    ...(state.withdrawalRequest === null ? [] : [state.withdrawalRequest.reasonCode]),
  ),
});

/** A case of which no section is answered waits for its allocation again; with answers it waits for another auditor. */
function conflict(
  state: Audit,
  { person, as }: Extract<CaseAuditEvent, { type: 'ConflictDeclared' }>['facts'],
): Audit {
  const conflicted = withAll(state.conflicted, person);
  if (as === 'moderator') return { ...state, conflicted, ...NO_MODERATOR };
  const without = { ...state, conflicted, auditor: null, auditDue: null };
  return state.sections.size === 0 ? { ...without, status: 'selected' } : without;
}

/** The case as it was selected, with one of its facts put right. */
export function corrected(
  selected: CaseSelected['facts'],
  { field, to }: Pick<CorrectionMade['facts'], 'field' | 'to'>,
): CaseSelected['facts'] {
  switch (field) {
    case 'cohort':
      return { ...selected, cohort: to as Cohort };
    case 'team':
      return { ...selected, team: to };
    case 'worker':
      return { ...selected, worker: to };
  }
}
