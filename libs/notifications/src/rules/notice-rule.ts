import type {
  Audit,
  AuditCycleEvent,
  CalibrationSession,
  Escalation,
  ImprovementAction,
  Measure,
  PersonId,
  ReAudit,
  Role,
} from '#audit-cycle';
import type { NoticeCode } from './said.js';

type OfType<T extends AuditCycleEvent['type']> = Extract<AuditCycleEvent, { type: T }>;
/** A person, several, or nobody where there is none. */
export type Concerned = PersonId | null | readonly (PersonId | null)[];

/** How things stood once the event had happened. Asking for another kind than the event's own is a mistake and throws. */
export interface Standing {
  /** Id of what the event happened to. */
  readonly subject: string;
  readonly audit: () => Promise<Audit>;
  readonly action: () => Promise<ImprovementAction>;
  readonly reAudit: () => Promise<ReAudit>;
  readonly escalation: () => Promise<Escalation>;
  readonly session: () => Promise<CalibrationSession>;
  readonly measure: () => Promise<Measure>;
  /** Whoever held one of the roles at that point of the log. */
  readonly holders: (...roles: readonly Role[]) => Promise<readonly PersonId[]>;
  /** Whether it is not hidden from somebody who was here then: what is about staff is kept from the child's team. */
  readonly mayKnow: (person: PersonId) => Promise<boolean>;
}

/** One notice of an event: what it says, and whom it concerns. */
export interface NoticeRule<Facts> {
  readonly says: NoticeCode;
  readonly to: (facts: Facts, standing: Standing) => Concerned | Promise<Concerned>;
}

/** For each type of event its notices; where two would reach the same person, the first counts. */
export type NoticeRules = {
  readonly [T in AuditCycleEvent['type']]?: readonly NoticeRule<OfType<T>['facts']>[];
};
