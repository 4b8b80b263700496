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
 * From when the first grade lay there and its moderation was asked for: by a rule that is the moment of the grade, by a person it may be
 * later. The moderator's own due date is counted from when the moderator got it; in time is what took no longer than as many days from
 * here, so that nobody is in time by giving it out late. That a moderation was missed ends nothing: the grade waits on, and is late.
 */
function moderationClock(audit: ClockedAudit, { today, calendar, cycle, leftAt }: AuditClockSettings) {
  const { gradedAt, moderationAskedAt, moderatedAt, missedAt, returnedAt, withdrawnAt } = audit;
  if (gradedAt === null || moderationAskedAt === null) return [];
  const from = gradedAt > moderationAskedAt ? gradedAt : moderationAskedAt;
  const ended = moderatedAt ?? returnedAt ?? withdrawnAt ?? leftAt;
  const last = ended === null ? today : londonDate(ended);
  const taken = workingDaysBetween(calendar, londonDate(from), last);
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

/**
 * Whoever is of the case may comment until a day, and nobody has to; later they are refused. So a comment is never late, and an audit
 * on which nobody commented is neither late nor in time: it has a standing of its own.
 */
function commentClock(audit: ClockedAudit, { today, calendar }: AuditClockSettings) {
  const { finalisedOn, commentsUntil: due, commentedAt } = audit;
  if (finalisedOn === null || due === null) return [];
  const commentedOn = commentedAt === null ? null : londonDate(commentedAt);
  // Whoever comments before the grade is final has not let anybody wait.
  const taken = workingDaysBetween(calendar, finalisedOn, commentedOn ?? (due < today ? due : today));
  const standing = commentedOn !== null ? 'done' : due < today ? 'nobody-commented' : 'waiting';
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
