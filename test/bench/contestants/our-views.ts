import { PostgresEventLog } from '#event-log-postgres';
import { openDataSource, openPool, type Connection } from '#postgres';
import { pause, Projections } from '#projections';
import { gradingDistributionView, type View, type ViewReader } from '#views';
import { PostgresLeases, PostgresViewReader, PostgresViewStore, viewEntities } from '#views-postgres';
import { asOwner } from './as-owner.js';

const PATIENCE_MS = 30 * 60_000;

/** The log as projections see it, and the projections that fold it into rows. */
export interface OurProjections {
  readonly log: PostgresEventLog;
  readonly projections: Projections;
  /** Rejected with the first thing that goes wrong. */
  readonly trouble: Promise<never>;
  close(): Promise<void>;
}

/** As the product runs them: under their own role, with facts alone. */
export async function openProjections(
  connection: Connection,
  views: readonly View[],
): Promise<OurProjections> {
  const pool = openPool({ connection, role: 'touchstone_project', log: () => undefined });
  const source = await openDataSource({
    connection,
    role: 'touchstone_project',
    entities: [...viewEntities],
  });
  const log = new PostgresEventLog({ pool, reads: 'facts' });
  const leases = new PostgresLeases(pool);
  const { promise: trouble, reject } = Promise.withResolvers<never>();
  trouble.catch(() => undefined);
  const projections = new Projections({
    ...{ log, store: new PostgresViewStore(source), leases, views, pause },
    now: () => new Date(),
    report: (line) => reject(new Error(line)),
  });
  return {
    ...{ log, projections, trouble },
    close: async () => {
      await Promise.all([log.close(), leases.close()]);
      await Promise.all([pool.end(), source.destroy()]);
    },
  };
}

/** Follows the log of an authority from nothing until the view tells of all of it; the seconds that took. */
export async function catchUpOurs(connection: Connection, authority: string): Promise<number> {
  await forgetRows(connection);
  const ours = await openProjections(connection, [gradingDistributionView]);
  const { log, projections, trouble } = ours;
  const stop = new AbortController();
  const started = performance.now();
  const running = projections.run(stop.signal);
  try {
    const head = await log.head(authority);
    const { name } = gradingDistributionView;
    const level = projections.waitForPosition(name, authority, head, PATIENCE_MS);
    if (!(await Promise.race([level, trouble]))) throw new Error(`The view ${name} did not catch up`);
    return (performance.now() - started) / 1000;
  } finally {
    stop.abort();
    await running;
    await ours.close();
  }
}

/** Empties the tables of the views, checkpoints included, so that the next catch-up begins with nothing. */
const forgetRows = (connection: Connection): Promise<void> =>
  asOwner(
    connection,
    `do $$ begin
       execute 'truncate ' || (
         select string_agg(format('%I.%I', table_schema, table_name), ', ')
           from information_schema.columns
          where table_schema = 'touchstone' and column_name = 'generation');
     end $$`,
  );

/** Works out the rows of the view, and says between which moments the log took its events in, in milliseconds since 1970. */
export async function takeInto(
  connection: Connection,
  authority: string,
  view: View,
): Promise<{ readonly from: number; readonly to: number }> {
  const ours = await openProjections(connection, [view]);
  const { log, projections } = ours;
  try {
    await projections.rebuild(view.name, { authority });
    const head = await log.head(authority);
    const [first, last] = await Promise.all([
      recordedAt(log, authority, 0n),
      recordedAt(log, authority, head - 1n),
    ]);
    return { from: first, to: last };
  } finally {
    await ours.close();
  }
}

async function recordedAt(log: PostgresEventLog, authority: string, after: bigint): Promise<number> {
  const { events } = await log.readAll(authority, { after, limit: 1 });
  return Date.parse(events[0]!.recordedAt);
}

/** What answers questions, under the role that may read rows and nothing else. */
export async function openReader(
  connection: Connection,
): Promise<{ readonly reader: ViewReader; readonly close: () => Promise<void> }> {
  const source = await openDataSource({
    connection,
    role: 'touchstone_read',
    entities: [...viewEntities],
  });
  return { reader: new PostgresViewReader(source), close: () => source.destroy() };
}
