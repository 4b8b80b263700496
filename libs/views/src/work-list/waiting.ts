import {
  dueState,
  londonDate,
  type Instant,
  type IsoDate,
  type PersonId,
  type Role,
  type WorkingCalendarState,
} from '#audit-cycle';
import type { Work, WorkItem, WorkKind, WorkStanding } from './work-item.js';

/** What waits and for whom, before any clock is asked. */
export interface Waiting {
  readonly kind: WorkKind;
  readonly since: Instant;
  readonly people?: readonly (PersonId | null)[];
  readonly roles?: readonly Role[];
  readonly refused?: readonly (PersonId | null)[];
  readonly keptFrom?: readonly PersonId[];
  readonly due?: IsoDate | null;
  readonly dueAt?: Instant;
}

/** The day and the moment that are asked for, and the days that nobody works. */
export interface WorkClock {
  readonly on: IsoDate;
  /** The moment by which escalations are judged: within that day. */
  readonly at: Instant;
  readonly calendar: WorkingCalendarState;
}

type About = Pick<WorkItem, 'subject' | 'audit' | 'cycle' | 'child' | 'team'>;

export function workOf(about: About, waiting: Waiting, clock: WorkClock, dueSoonWorkingDays: number): Work {
  const { kind, since, people = [], roles = [], refused = [], keptFrom = [], dueAt = null } = waiting;
  const due = dueAt === null ? (waiting.due ?? null) : londonDate(dueAt);
  return {
    item: {
      kind,
      ...about,
      ...{ due, dueAt, since },
      waitingDays: daysFrom(londonDate(since), clock.on),
      standing: standingOf(due, dueAt, clock, dueSoonWorkingDays),
      waitsFor: { people: named(people), roles },
    },
    refused: named(refused),
    keptFrom,
  };
}

function standingOf(
  due: IsoDate | null,
  dueAt: Instant | null,
  { on, at, calendar }: WorkClock,
  dueSoonWorkingDays: number,
): WorkStanding {
  if (due === null) return 'without-date';
  if (dueAt !== null && at > dueAt) return 'overdue';
  return dueState(due, on, calendar, dueSoonWorkingDays);
}

const named = (people: readonly (PersonId | null)[]): readonly PersonId[] => [
  ...new Set(people.filter((person) => person !== null)),
];

const DAY = 86_400_000;

/** None for what began after that day. */
const daysFrom = (from: IsoDate, to: IsoDate): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY));
