import type { Session } from '#postgres';
import type { Defect } from './defect.js';
import { rewriteFunction } from './rewrite.js';

/** Defects of append_events and of what stands behind it. */
export const inTheDatabase: readonly Defect[] = [
  {
    name: 'no-conflict-check',
    what: 'append_events takes every expectation for fulfilled.',
    caughtBy: { 'one-winner': 'version 0 has 64 winners', 'one-by-one': 'instead of conflict' },
    damage: (session: Session): Promise<void> =>
      rewriteFunction(session, 'append_events', /elsif \(case expectation[\s\S]*?end\)/, 'elsif true'),
  },
  {
    name: 'no-command-look-up',
    what: 'append_events does not look up command ids, and no unique index stands behind it.',
    caughtBy: { 'one-effect': 'a command was carried out 10 times', 'one-by-one': 'instead of already-done' },
    damage: async (session: Session): Promise<void> => {
      await forgetCommands(session);
      await session.query('drop index touchstone.one_effect_per_command');
    },
  },
  {
    name: 'no-command-look-up-but-index',
    what: 'append_events does not look up command ids; the unique index refuses the second effect, and with it the batch.',
    caughtBy: { 'one-effect': 'one of ten was answered by an error' },
    damage: forgetCommands,
  },
  {
    name: 'no-lock',
    what: 'Writers do not wait for each other; the unique indexes refuse what they did at once, and with it the batch.',
    caughtBy: {
      'one-winner': 'was answered: error: duplicate key',
      following: 'was answered: error: duplicate key',
    },
    damage: unlock,
  },
  {
    name: 'no-lock-and-no-unique-index',
    what: 'Writers do not wait for each other, and neither position nor revision is unique.',
    caughtBy: { 'one-winner': 'has 2 winners', following: 'comes after position' },
    damage: async (session: Session): Promise<void> => {
      await unlock(session);
      await session.query('alter table touchstone.event drop constraint event_pkey');
      await session.query('alter table touchstone.event drop constraint event_authority_stream_revision_key');
    },
  },
  {
    name: 'no-unique-position',
    what: 'Nothing stands behind append_events against a position that is given out twice.',
    caughtBy: { 'second-line': 'touchstone_append may put a second event at a position' },
    damage: run('alter table touchstone.event drop constraint event_pkey'),
  },
  {
    name: 'no-unique-revision',
    what: 'Nothing stands behind append_events against two events of one revision of a stream.',
    caughtBy: { 'second-line': 'touchstone_append may fork a stream' },
    damage: run('alter table touchstone.event drop constraint event_authority_stream_revision_key'),
  },
  {
    name: 'no-unique-command',
    what: 'Nothing stands behind append_events against a command that is carried out twice.',
    caughtBy: { 'second-line': 'touchstone_append may give a command a second effect' },
    damage: run('drop index touchstone.one_effect_per_command'),
  },
  {
    name: 'right-to-change',
    what: 'The role that appends may also change events.',
    caughtBy: { 'second-line': 'touchstone_append may change an event' },
    damage: run('grant update on touchstone.event to touchstone_append'),
  },
  {
    name: 'positions-before-commits',
    what: 'Positions come from a sequence and streams are locked one by one, so that a later position may be committed first.',
    caughtBy: { following: 'follower missed' },
    damage: positionsFromSequence,
  },
];

function run(statement: string): NonNullable<Defect['damage']> {
  return async (session) => void (await session.query(statement));
}

function forgetCommands(session: Session): Promise<void> {
  const lookUp = /array_agg\(exists \(select[^;]*?asked\.command_id\)\)/;
  return rewriteFunction(session, 'append_events', lookUp, 'array_agg(false)');
}

const LOCK = 'pg_advisory_xact_lock(hashtextextended(of_authority, 0))';

/** What was read is acted on a moment later, as on a busier machine: writers who do not wait then meet. */
async function unlock(session: Session): Promise<void> {
  await rewriteFunction(session, 'append_events', LOCK, 'null');
  const insert = /\n\s+(?=insert into touchstone\.event\s)/;
  await rewriteFunction(session, 'append_events', insert, '\n  perform pg_sleep(0.003);\n  ');
}

/** What many logs do: the lock on the positions is let go of before the commit. The commits are made slower, as a disk does. */
async function positionsFromSequence(session: Session): Promise<void> {
  await session.query('create sequence touchstone.given_out minvalue 0');
  await session.query('grant all on sequence touchstone.given_out to touchstone_append');
  const byStream = `null;
  perform pg_advisory_xact_lock(hashtextextended(s, 1)) from (select distinct s from unnest(streams) s order by s) one_by_one;
  perform pg_advisory_lock(hashtextextended(of_authority, 0))`;
  await rewriteFunction(session, 'append_events', LOCK, byStream);
  const reserve = `
  head := (select last_value from touchstone.given_out);
  perform setval('touchstone.given_out', head + cardinality(types)), pg_advisory_unlock(hashtextextended(of_authority, 0));
  foreach`;
  await rewriteFunction(session, 'append_events', /\s+foreach/, reserve);
  const placed = "where outcomes[e.n] = 'appended';";
  await rewriteFunction(session, 'append_events', placed, `${placed} perform pg_sleep(random() * 0.02);`);
}
