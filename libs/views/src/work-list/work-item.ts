import type {
  AuditId,
  ChildId,
  CycleId,
  DueState,
  Instant,
  IsoDate,
  PersonId,
  Role,
  TeamName,
} from '#audit-cycle';
import type { StreamId } from '../view.js';

/** What can wait for somebody, in the order of the work. */
export const WORK_KINDS = [
  'acknowledge-escalation',
  'resolve-escalation',
  'allocate-auditor',
  'start-audit',
  'grade-audit',
  'allocate-moderator',
  'moderate-grade',
  'settle-dispute',
  'finalise-audit',
  'approve-withdrawal',
  'comment-on-accuracy',
  'give-feedback',
  'accept-action',
  'do-action',
  'reassign-action',
  'verify-action',
  'judge-impact',
  'allocate-re-auditor',
  're-audit',
  'commit-calibration-grade',
  'discuss-calibration',
  'approve-auditors',
  'sample-audits',
  'allocate-reviews',
  'conclude-round',
  'hold-surgery',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const WORK_STANDINGS = ['overdue', 'due-soon', 'in-time', 'without-date'] as const;
/** Where something stands on the day that is asked for; nothing records it. `without-date`: no rule gives it a day. */
export type WorkStanding = DueState | 'without-date';

/** One thing that waits. It never says anything of a grade. */
export interface WorkItem {
  readonly kind: WorkKind;
  /** The stream that the command to give is for. */
  readonly subject: StreamId;
  /**
   * The audit that it belongs to; null for a calibration session, a review round and a measure, as are its cycle, child and team. An
   * action that a surgery set has no audit, cycle and child either.
   */
  readonly audit: AuditId | null;
  readonly cycle: CycleId | null;
  readonly child: ChildId | null;
  readonly team: TeamName | null;
  /** The day by which it is to be done; null where no rule gives one. */
  readonly due: IsoDate | null;
  /** The very moment, for an escalation. */
  readonly dueAt: Instant | null;
  /** Since when it waits; for a moderation, since there is a grade to moderate. */
  readonly since: Instant;
  /** Calendar days from then to the day that is asked for. */
  readonly waitingDays: number;
  readonly standing: WorkStanding;
  readonly waitsFor: {
    /** By name. */
    readonly people: readonly PersonId[];
    /** Anybody who holds one of these and may: the first to do it does it for all. */
    readonly roles: readonly Role[];
  };
}

/** A thing that waits, with what keeps it from people. */
export interface Work {
  readonly item: WorkItem;
  /** They hold the role and would be refused, since they had a part in it. */
  readonly refused: readonly PersonId[];
  /** For them it is not there: about staff of their team, or about their own work with the child. */
  readonly keptFrom: readonly PersonId[];
}

/** Somebody with the roles that they hold. */
export interface Worker {
  readonly person: PersonId;
  readonly roles: readonly Role[];
}

/** Whether it waits for somebody: by name, or because they hold a role and may do it. */
export const waitsFor = ({ item, refused, keptFrom }: Work, { person, roles }: Worker): boolean =>
  !keptFrom.includes(person) &&
  (item.waitsFor.people.includes(person) ||
    (item.waitsFor.roles.some((role) => roles.includes(role)) && !refused.includes(person)));
