import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import type { VoiceOf } from '../vocabulary/voice.js';
import type { CaseAuditEvent, CaseSelected, GradeLineage, SectionAnswer } from './events.js';
import type { WithdrawalReason } from './withdrawal.js';

export type CaseAuditState = { readonly status: 'not-selected' } | Audit;

/** The way that a case goes, in order; then it is finalised or, from anywhere on the way, withdrawn. */
export const AUDIT_WAY = ['selected', 'allocated', 'in-progress', 'graded', 'moderated'] as const;
export type AuditStep = (typeof AUDIT_WAY)[number];
export type AuditStatus = AuditStep | 'finalised' | 'withdrawn';

export interface Audit {
  readonly status: AuditStatus;
  readonly selected: CaseSelected['facts'];
  readonly auditor: PersonId | null;
  readonly sections: ReadonlyMap<string, SectionAnswer>;
  /** Voices with a text or a reason. */
  readonly voices: readonly VoiceOf[];
  readonly practiceDiscussion: boolean;
  /** From the auditor's grade on. */
  readonly grading: Grading | null;
  readonly moderationRequired: boolean;
  readonly moderator: PersonId | null;
  readonly withdrawalRequest: WithdrawalRequest | null;
  /** Withdrawn, and another case is to be drawn in its place. */
  readonly replace: boolean;
  readonly legalHold: boolean;
}

export interface Grading {
  readonly scale: GradeScale;
  readonly lineage: GradeLineage;
}

export interface WithdrawalRequest {
  readonly requestedBy: PersonId;
  readonly reasonCode: WithdrawalReason;
  readonly replace: boolean;
}

/** The grade that stands: the moderated one where there is one, else the one submitted. */
export const gradeOf = (lineage: GradeLineage): Grade => lineage.moderated ?? lineage.submitted;

/** The grades of an audit that was graded; asking for them before is a mistake of the program and throws. */
export function gradingOf({ grading }: Audit): Grading {
  if (grading === null) throw new Error('This audit has not been graded');
  return grading;
}

export const notSelected: CaseAuditState = { status: 'not-selected' };

export function evolveCaseAudit(state: CaseAuditState, event: CaseAuditEvent): CaseAuditState {
  if (event.type === 'CaseSelected') {
    return {
      status: 'selected',
      selected: event.facts,
      auditor: null,
      sections: new Map(),
      voices: [],
      practiceDiscussion: false,
      grading: null,
      moderationRequired: false,
      moderator: null,
      withdrawalRequest: null,
      replace: false,
      legalHold: false,
    };
  }
  if (state.status === 'not-selected') throw new Error(`${event.type} before any case was selected`);
  return evolveSelected(state, event);
}

function evolveSelected(state: Audit, event: Exclude<CaseAuditEvent, CaseSelected>): Audit {
  switch (event.type) {
    case 'AuditorAllocated':
      return { ...state, status: 'allocated', auditor: event.facts.auditor };
    case 'AuditStarted':
      return { ...state, status: 'in-progress' };
    case 'SectionGraded': {
      const { section, answer } = event.facts;
      return { ...state, sections: new Map(state.sections).set(section, answer) };
    }
    case 'VoiceRecorded':
      return { ...state, voices: [...new Set([...state.voices, event.facts.voice])] };
    case 'PracticeDiscussionHeld':
      return { ...state, practiceDiscussion: true };
    case 'CaseGraded': {
      const { grade, scale } = event.facts;
      return {
        ...state,
        status: 'graded',
        grading: { scale, lineage: { submitted: grade, moderated: null } },
      };
    }
    case 'ModerationRequired':
      return { ...state, moderationRequired: true };
    case 'ModeratorAllocated':
      return { ...state, moderator: event.facts.moderator };
    case 'GradeModerated': {
      const { scale, lineage } = gradingOf(state);
      const moderated = { ...lineage, moderated: event.facts.to };
      return { ...state, status: 'moderated', grading: { scale, lineage: moderated } };
    }
    case 'AuditFinalised':
      return { ...state, status: 'finalised' };
    case 'WithdrawalRequested':
      return { ...state, withdrawalRequest: event.facts };
    case 'AuditWithdrawn':
      return { ...state, status: 'withdrawn', replace: event.facts.replace };
    case 'LegalHoldSet':
      return { ...state, legalHold: true };
  }
}
