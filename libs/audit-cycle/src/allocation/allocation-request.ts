import type { ConflictCode, SubjectOfJudgement } from '../person/independence.js';
import type { People } from '../person/people.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { AuditId, FamilyId, PersonId } from '../vocabulary/identifiers.js';
import type { Unavailable } from './availability.js';

/** What is known when auditors are suggested. Everybody whom independence may ask about is found in `people`. */
export interface AllocationRequest {
  readonly cases: readonly CaseToPlace[];
  /** Who may be suggested, once each. */
  readonly auditors: readonly AuditorLoad[];
  readonly people: People;
  readonly today: IsoDate;
  /** The working days that an audit allocated today has, in order: the last is the day that it is due on. At least one. */
  readonly days: readonly IsoDate[];
  /** Audits in one cycle for whom nothing else is set. */
  readonly capacity: number;
}

export interface CaseToPlace extends SubjectOfJudgement {
  readonly audit: AuditId;
  readonly family: FamilyId | null;
  /** Whoever has to do with this audit already, or said that they cannot judge it. */
  readonly barred: readonly PersonId[];
}

export interface AuditorLoad {
  readonly auditor: PersonId;
  /** Audits of the cycle that are theirs, the finished ones too. */
  readonly audits: number;
  /** Families of those audits. */
  readonly families: readonly FamilyId[];
}

export interface AllocationSuggestion {
  /** In the order of the audits' ids. */
  readonly pairs: readonly SuggestedPair[];
  /** Cases that nobody can take, each with what stands in the way of every auditor; in the same order. */
  readonly unplaced: readonly UnplacedCase[];
}

export interface SuggestedPair {
  readonly audit: AuditId;
  readonly auditor: PersonId;
}

export interface UnplacedCase {
  readonly audit: AuditId;
  readonly reasons: readonly { readonly auditor: PersonId; readonly code: ObstacleCode }[];
}

/** What stands in the way of somebody's taking a case. `barred`: they have to do with the audit already. */
export type ObstacleCode =
  'person-not-here' | 'role-missing' | 'barred' | ConflictCode | Unavailable | 'over-capacity';
