import { isConnectionLoss } from '#postgres';
import type { Append, Appended } from '#event-log';
import { Fire } from '../fire/fire.js';
import type { Door, Ground } from '../ground/ground.js';
import { lookAtRecord, recordOf } from '../record/look-at-record.js';
import type { Outcome, Programme } from './programme.js';
import { authorityOf, seededAppend, streamsOf } from '../seeded-append.js';
import { untilThere } from '../until-there.js';
import { Uniform } from '../uniform.js';

const SIZES = {
  short: { writers: 8, commands: 40, strikes: 6, atMost: 30 },
  long: { writers: 16, commands: 250, strikes: 20, atMost: 150 },
} as const;
const STREAMS = 5;

/** How a finding puts it that acknowledged commands are gone. */
export const LOST = 'acknowledged commands are not in the record where they were';

export interface Battle {
  readonly seed: number;
  readonly writers: number;
  /** Of each writer. */
  readonly commands: number;
  readonly strikes: number;
  /** Acknowledgements between two strikes; strikes times this must be fewer than all commands. */
  readonly atMost: number;
}

interface Acknowledged extends Appended {
  readonly append: Append;
}

/** A writer asks again, through the next door, until it is answered, and never again after that: what is lost stays lost. */
export const underFire: Programme = {
  name: 'under-fire',
  claim:
    'While sessions, processes or PostgreSQL are ended at any moment, what was acknowledged is there at once for everybody, stays, and is there once.',
  run: (ground, { seed, size }) => writeUnderFire(ground, { seed, ...SIZES[size] }),
};

export async function writeUnderFire(
  ground: Ground,
  { seed, writers, commands, strikes, atMost }: Battle,
): Promise<Outcome> {
  const authority = authorityOf('under-fire', seed);
  const streams = streamsOf(new Uniform(seed), authority, STREAMS);
  const fire = new Fire(ground.strikes, new Uniform(`${seed}/fire`), strikes, atMost);
  const findings: string[] = [];
  const acknowledged: Acknowledged[] = [];
  const write = async (writer: number): Promise<void> => {
    const random = new Uniform(`${seed}/writer/${writer}`);
    for (let n = 0; n < commands; n++) {
      const [stream, expect] = [random.one(streams), random.one(['any', 'any', 'none'] as const)];
      const append = seededAppend(random, stream, { expect, count: 1 + random.below(3) });
      const done = await untilAnswered(ground, writer, append);
      if (typeof done === 'string') return void findings.push(done);
      acknowledged.push(done);
      if (
        random.below(4) === 0 &&
        !(await isVisible(ground.doors[(writer + 1) % ground.doors.length]!, done))
      )
        findings.push(
          `revision ${done.lastRevision} of ${stream} was acknowledged, and another door does not see it`,
        );
      fire.acknowledged();
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const undealt = await fire.ended();
  if (undealt > 0 && findings.length === 0)
    throw new Error(`${undealt} strikes were not dealt before all was written; write more`);

  const record = await untilThere(ground.patience, () => recordOf(ground.log, authority));
  const places = new Map(record.map(({ header, revision }) => [header.id, revision]));
  const lost = acknowledged.filter(({ append, firstRevision }) =>
    append.events.some(({ header }, n) => places.get(header.id) !== firstRevision + BigInt(n)),
  );
  if (lost.length > 0) findings.push(`${lost.length} ${LOST}`);
  const due = acknowledged.reduce((total, { append }) => total + append.events.length, 0);
  if (record.length !== due) findings.push(`${record.length} events where ${due} were acknowledged`);
  findings.push(...lookAtRecord(record));
  return { findings, did: { acknowledgements: acknowledged.length, ...fire.dealt() } };
}

/** The answer, or what is wrong with it. */
async function untilAnswered(ground: Ground, writer: number, first: Append): Promise<Acknowledged | string> {
  const { doors } = ground;
  let append = first;
  let before = '';
  for (let attempt = writer; ; attempt++) {
    const answer = await untilThere(ground.patience, () =>
      doors[attempt++ % doors.length]!.append(append),
    ).catch(String);
    if (typeof answer === 'string') return `a writer was answered by an error: ${answer}`;
    if (answer.outcome === 'command-mismatch') return 'a command was taken for another one';
    if (answer.outcome !== 'conflict') return { ...answer, append };
    const now = String(answer.revision);
    if (now === before) return `a conflict at revision ${now}, which was expected`;
    before = now;
    append = { ...append, expect: answer.revision ?? 'none' };
  }
}

async function isVisible(door: Door, { append, firstRevision }: Acknowledged): Promise<boolean> {
  const { stream, events } = append;
  try {
    const there = await door.readStream(stream, { after: firstRevision - 1n, limit: events.length });
    return events.every(({ header }, n) => there[n]?.header.id === header.id);
  } catch (error) {
    // Struck in that moment; the record is looked at in the end.
    if (isConnectionLoss(error)) return true;
    throw error;
  }
}
