import type { CycleId, Instant, IsoDate, PersonId, Role, TeamName } from '#audit-cycle';
import type { Cursor, Page, Paging } from '../cursor.js';
import { pageOfAll } from '../page-of-all.js';
import type { ViewReader } from '../view-reader.js';
import { exceptionsIn, WORK_EXCEPTIONS, type ExceptionItem, type WorkException } from './exceptions.js';
import { workFigure, type WorkFigure } from './figure.js';
import { moderationFigure, MODERATION_KINDS, type ModerationFigure } from './moderation-queue.js';
import { readWork, workListView, type WorkMoment, type WorkRead } from './read-work.js';
import {
  waitsFor,
  type Work,
  type Worker,
  type WorkItem,
  type WorkKind,
  type WorkStanding,
} from './work-item.js';

export interface WorkFilters {
  readonly cycle?: CycleId | undefined;
  /** The child's team; of an action, the team that is to act. */
  readonly team?: TeamName | undefined;
  readonly kind?: WorkKind | undefined;
  readonly standing?: WorkStanding | undefined;
}

/** What may be asked of every list of work. */
export interface WorkQuery extends WorkMoment, WorkFilters, Paging {}

/** What the figures are of, and when. */
interface AboutWork {
  readonly on: IsoDate;
  readonly asOf: Instant | null;
}

/** One page of what waits, the most urgent first, with the figures of all that fits. */
export interface WorkList extends Page<WorkItem>, AboutWork {
  readonly figures: WorkFigure;
}

export interface MyWorkQuery extends WorkQuery {
  readonly worker: Worker;
  /** Only what waits for anybody with this role, of those that they hold; without it, that and what waits for them by name. */
  readonly role?: Role | undefined;
}

/** What waits for one person: what is in their name, and what their roles let them take up. */
export function myWork(reader: ViewReader, query: MyWorkQuery): Promise<WorkList> {
  const { worker, role } = query;
  const through = (work: Work): boolean =>
    role === undefined
      ? waitsFor(work, worker)
      : work.item.waitsFor.roles.includes(role) &&
        waitsFor(work, { ...worker, roles: worker.roles.filter((held) => held === role) });
  return listed(reader, query, worker.person, through);
}

export interface WorkSeenQuery extends WorkQuery {
  readonly viewer: PersonId;
}

/** Whatever is overdue in the authority, whoever it waits for; without what is kept from whoever asks. */
export const overdueWork = (reader: ViewReader, query: WorkSeenQuery): Promise<WorkList> =>
  listed(
    reader,
    query,
    null,
    ({ item, keptFrom }) => item.standing === 'overdue' && !keptFrom.includes(query.viewer),
  );

export interface ModerationQueue extends Page<WorkItem>, AboutWork {
  readonly figures: ModerationFigure;
}

/** Every moderation that is outstanding, the longest waiting first. */
export function moderationQueue(reader: ViewReader, query: WorkQuery): Promise<ModerationQueue> {
  return reader.look(workListView, query.authority, async (look) => {
    const read = await readWork(look, query, null);
    const fits = fitting(read, query).filter(({ item }) => MODERATION_KINDS.includes(item.kind));
    const items = fits.map(({ item }) => item);
    const missed = new Set(
      read.audits.flatMap(({ id, moderationMissedAt }) => (moderationMissedAt === null ? [] : [id])),
    );
    return {
      ...pageOfAll(query, items, ({ since, subject }) => ({ value: since, id: subject.id }), look.position),
      figures: moderationFigure(items, missed),
      ...about(query),
    };
  });
}

export interface ExceptionQuery extends WorkMoment, Paging {
  readonly viewer: PersonId;
  readonly cycle?: CycleId | undefined;
  readonly team?: TeamName | undefined;
  readonly exception?: WorkException | undefined;
}

export interface ExceptionFigure {
  /** The sum of `byException`. */
  readonly n: number;
  /** Every kind of exception, those without one too. */
  readonly byException: readonly { readonly exception: WorkException; readonly n: number }[];
  readonly missing: {
    /** A part of `n` that belongs to no cycle; no filter by cycle finds them. */
    readonly withoutCycle: number;
  };
}

export interface ExceptionList extends Page<ExceptionItem>, AboutWork {
  readonly figures: ExceptionFigure;
}

/** What does not go as it should, the oldest first. */
export function workExceptions(reader: ViewReader, query: ExceptionQuery): Promise<ExceptionList> {
  const { viewer, cycle, team, exception, on } = query;
  return reader.look(workListView, query.authority, async (look) => {
    const items = exceptionsIn(await readWork(look, query, null), viewer, on).filter(
      (item) =>
        (cycle === undefined || item.cycle === cycle) &&
        (team === undefined || item.team === team) &&
        (exception === undefined || item.exception === exception),
    );
    const place = (item: ExceptionItem): Cursor => ({
      value: `${item.since} ${item.exception} ${item.waiting ?? ''}`,
      id: item.subject.id,
    });
    return {
      ...pageOfAll(query, items, place, look.position),
      figures: exceptionFigure(items),
      ...about(query),
    };
  });
}

const exceptionFigure = (items: readonly ExceptionItem[]): ExceptionFigure => ({
  n: items.length,
  byException: WORK_EXCEPTIONS.map((exception) => ({
    exception,
    n: items.filter((item) => item.exception === exception).length,
  })),
  missing: { withoutCycle: items.filter(({ cycle }) => cycle === null).length },
});

function listed(
  reader: ViewReader,
  query: WorkQuery,
  commentsOf: PersonId | null,
  wanted: (work: Work) => boolean,
): Promise<WorkList> {
  return reader.look(workListView, query.authority, async (look) => {
    const items = fitting(await readWork(look, query, commentsOf), query)
      .filter(wanted)
      .map(({ item }) => item);
    return {
      ...pageOfAll(query, items, urgency, look.position),
      figures: workFigure(items),
      ...about(query),
    };
  });
}

const fitting = ({ work }: WorkRead, { cycle, team, kind, standing }: WorkFilters): readonly Work[] =>
  work.filter(
    ({ item }) =>
      (cycle === undefined || item.cycle === cycle) &&
      (team === undefined || item.team === team) &&
      (kind === undefined || item.kind === kind) &&
      (standing === undefined || item.standing === standing),
  );

/** What is due first comes first; what has no day comes last, the longest waiting first. */
const urgency = ({ due, dueAt, since, kind, subject }: WorkItem): Cursor => ({
  value: `${dueAt ?? due ?? 'without'} ${since} ${kind}`,
  id: subject.id,
});

const about = ({ on, asOf }: WorkMoment): AboutWork => ({ on, asOf: asOf ?? null });
