import { londonDate, type Instant, type IsoDate, type WorkingCalendarState } from '#audit-cycle';
import type { CycleSummary } from '../cycle-summary.js';
import { workingDaysBetween } from '../working-days-between.js';
import type { ClockedAudit } from './clocked-audit.js';
import type { ClockedCase, ClockStanding } from './clocked-case.js';

/** What the clocks of an audit are judged by. */
export interface AuditClockSettings {
  /** At the end of which they are judged, in London. */
  readonly today: IsoDate;
  readonly calendar: WorkingCalendarState;
  readonly cycle: CycleSummary;
  /** When the cycle was closed without its grade; null where it was not. */
  readonly leftAt: Instant | null;
}

/** The clocks of one audit that have begun. */
export const auditClocks = (audit: ClockedAudit, settings: AuditClockSettings): readonly ClockedCase[] => [
  ...moderationClock(audit, settings),
  ...commentClock(audit, settings),
  ...feedbackClock(audit, settings),
];

/**
 * From the first grade, which is how long a grade waits; the policy's own days begin later, when somebody is asked to moderate it. In
 * time is what took no longer than these days.
 */
function moderationClock(audit: ClockedAudit, { today, calendar, cycle, leftAt }: AuditClockSettings) {
  const { gradedAt, moderatedAt, missedAt, returnedAt, withdrawnAt } = audit;
  if (gradedAt === null || !audit.moderationAsked) return [];
  const ended = moderatedAt ?? returnedAt ?? missedAt ?? withdrawnAt ?? leftAt;
  const last = ended === null ? today : londonDate(ended);
  const taken = workingDaysBetween(calendar, londonDate(gradedAt), last);
  const late = taken !== null && taken > cycle.workingDays.moderation;
  const standing = (): ClockStanding => {
    if (moderatedAt === null && returnedAt === null && missedAt !== null) return 'missed';
    if (moderatedAt === null && ended !== null) return 'ended-otherwise';
    if (taken === null) return 'days-not-known';
    if (moderatedAt !== null) return late ? 'done-late' : 'done-in-time';
    return late ? 'waiting-late' : 'waiting';
  };
  return [clockedCase(audit, 'moderation', { standing: standing(), due: null, taken })];
}

/** Whoever is of the case may comment until a day; later they are refused, so that a comment is never late. */
function commentClock(audit: ClockedAudit, { today, calendar }: AuditClockSettings) {
  const { finalisedOn, commentsUntil: due, commentedAt } = audit;
  if (finalisedOn === null || due === null) return [];
  const commentedOn = commentedAt === null ? null : londonDate(commentedAt);
  // Whoever comments before the grade is final has not let anybody wait.
  const taken = workingDaysBetween(calendar, finalisedOn, commentedOn ?? (due < today ? due : today));
  const standing = commentedOn !== null ? 'done-in-time' : due < today ? 'missed' : 'waiting';
  return [clockedCase(audit, 'comment', { standing, due, taken })];
}

function feedbackClock(audit: ClockedAudit, { today, calendar, cycle }: AuditClockSettings) {
  const { finalisedOn, feedbackDue: due, feedbackOn } = audit;
  if (finalisedOn === null || due === null || !cycle.feedbackRequired) return [];
  const taken = workingDaysBetween(calendar, finalisedOn, feedbackOn ?? today);
  const late = due < (feedbackOn ?? today);
  const standing =
    feedbackOn === null ? (late ? 'waiting-late' : 'waiting') : late ? 'done-late' : 'done-in-time';
  return [clockedCase(audit, 'feedback', { standing, due, taken })];
}

const clockedCase = (
  { id, cycle, child, cohort, team }: ClockedAudit,
  clock: ClockedCase['clock'],
  stands: Pick<ClockedCase, 'standing' | 'due' | 'taken'>,
): ClockedCase => ({
  ...{ clock, audit: id, escalation: null, cycle, child, cohort, team, timeliness: null },
  ...stands,
});
