import type { CommandAnswer } from '#audit-cycle';
import { PostgresBlobStore, PostgresEventLog } from '#event-log-postgres';
import { openPool } from '#postgres';
import { AtWork, AUTHORITY } from '../../model/at-work.js';
import { brokenIn } from '../../model/invariants.js';
import type { Race, Wish } from '../races.js';
import { STARTS_AT, startingLine, type Prepared } from '../starting-line.js';
import { Uniform } from '../uniform.js';
import { lookAtRecord, recordOf } from '../record/look-at-record.js';
import type { Programme } from './programme.js';

const SIZES = { short: 40, long: 1_000 } as const;
/** Two people meet here, so what one of them is told can only be one of these. */
const CONFLICT = 'revision-mismatch';

/** Two gateways that know nothing of each other stand on one PostgreSQL, as two processes would. */
export const contradictions: Programme = {
  name: 'contradictions',
  claim:
    'Of two people who do contradictory things at the same instant exactly one wins; the other is told of the conflict or why not, and the record is right.',
  async run({ connection }, { seed, size }) {
    const pools = ['one', 'other'].map(() =>
      openPool({ connection, role: 'touchstone_append', max: 4, log: () => undefined }),
    );
    const logs = pools.map((pool) => new PostgresEventLog({ pool }));
    const sides = ['one', 'other'].map(
      (name, n) => new AtWork(STARTS_AT, new PostgresBlobStore(pools[n]!), 0n, logs[n], `${name}/${seed}`),
    ) as [AtWork, AtWork];
    try {
      const random = new Uniform(`${seed}/contradictions`);
      const prepared = await startingLine(sides[0], SIZES[size]);
      const findings: string[] = [];
      const did = { races: 0, conflicts: 0, refusals: 0 };
      for (const [n, race] of prepared.entries()) {
        const { lost, wrong } = await hold(race, sides, random);
        findings.push(...wrong.map((what) => `race ${n}, ${race.race.name}: ${what}`));
        did.races += 1;
        did[lost === CONFLICT ? 'conflicts' : 'refusals'] += 1;
      }
      await sides[0].gateway.catchUp(AUTHORITY);
      findings.push(...(await brokenIn(sides[0])), ...lookAtRecord(await recordOf(logs[1]!, AUTHORITY)));
      return { findings, did };
    } finally {
      await Promise.all(logs.map((log) => log.close()));
      await Promise.all(pools.map((pool) => pool.end()));
    }
  },
};

interface Held {
  /** What the one who lost was told. */
  readonly lost: string | null;
  readonly wrong: readonly string[];
}

async function hold(
  { race, audit, action }: Prepared,
  [one, other]: readonly [AtWork, AtWork],
  random: Uniform,
): Promise<Held> {
  const wishes = race.wishes(audit, action);
  const stream = `${AUTHORITY}/${race.about}-${race.about === 'case-audit' ? audit : action}`;
  const before = await one.log.readStream(stream);
  const seen = before.at(-1)!.revision;
  const isSeen = race.onlyWhenSeen || random.below(2) === 0;
  const send = (work: AtWork, wish: Wish): Promise<CommandAnswer> =>
    work.say(wish.order, wish.by, isSeen ? { seenRevision: seen } : {});
  const inOrder = random.below(2) === 0 ? wishes : ([wishes[1], wishes[0]] as const);
  const answers = await Promise.all([send(one, inOrder[0]), send(other, inOrder[1])]);
  const after = (await other.log.readStream(stream)).slice(before.length);
  return { lost: lostBy(answers), wrong: wrongWith(race, inOrder, answers, after) };
}

const lostBy = (answers: readonly CommandAnswer[]): string | null =>
  answers.flatMap((answer) => (answer.ok ? [] : answer.refusal.code))[0] ?? null;

function wrongWith(
  { name }: Race,
  wishes: readonly [Wish, Wish],
  answers: readonly CommandAnswer[],
  after: Awaited<ReturnType<PostgresEventLog['readStream']>>,
): readonly string[] {
  const won = answers.flatMap((answer, n) => (answer.ok ? [{ answer, wish: wishes[n]! }] : []));
  if (won.length !== 1) return [`${won.length} of two people won (${String(lostBy(answers))})`];
  const [{ answer, wish }] = won as [(typeof won)[number]];
  const commands = new Set(after.map(({ header }) => header.command));
  const told = answers.flatMap((each) => (each.ok ? [] : each.refusal.message));
  return [
    ...(commands.size === 1 ? [] : [`${commands.size} commands are in the record`]),
    ...(after[0]?.header.type === wish.shows && after[0].header.actor === wish.by
      ? []
      : [`the record has ${after[0]?.header.type ?? 'nothing'}, and ${wish.shows} won`]),
    ...(after.at(-1)?.revision === answer.revision ? [] : ['the winner was told of another revision']),
    ...(told.every((message) => /^[A-Z].*\.$/s.test(message))
      ? []
      : [`${name}: nobody can read ${told.join()}`]),
  ];
}
