import { setTimeout as pause } from 'node:timers/promises';
import { isConnectionLoss } from '#postgres';
import type { Append, Appended } from '#event-log';
import { Fire } from '../fire.js';
import type { Door, Ground } from '../ground.js';
import { lookAtRecord, recordOf } from '../look-at-record.js';
import type { Programme } from '../programme.js';
import { authorityOf, seededAppend, streamsOf } from '../seeded-append.js';
import { Uniform } from '../uniform.js';

const SIZES = {
  short: { writers: 8, commands: 40, strikes: 6, atMost: 30 },
  long: { writers: 16, commands: 250, strikes: 20, atMost: 150 },
} as const;
const STREAMS = 5;

interface Acknowledged extends Appended {
  readonly append: Append;
}

/** A writer asks again, through the next door, until it is answered, and never again after that: what is lost stays lost. */
export const underFire: Programme = {
  name: 'under-fire',
  claim:
    'While sessions, processes or PostgreSQL are ended at any moment, what was acknowledged is there at once for everybody, stays, and is there once.',
  async run(ground, { seed, size }) {
    const { writers, commands, strikes, atMost } = SIZES[size];
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
    await fire.ended();

    const record = await untilThere(ground, () => recordOf(ground.log, authority));
    const places = new Map(record.map(({ header, revision }) => [header.id, revision]));
    const lost = acknowledged.filter(({ append, firstRevision }) =>
      append.events.some(({ header }, n) => places.get(header.id) !== firstRevision + BigInt(n)),
    );
    if (lost.length > 0)
      findings.push(`${lost.length} acknowledged commands are not in the record where they were`);
    const due = acknowledged.reduce((total, { append }) => total + append.events.length, 0);
    if (record.length !== due) findings.push(`${record.length} events where ${due} were acknowledged`);
    findings.push(...lookAtRecord(record));
    return { findings, did: `${acknowledged.length} commands acknowledged, ${fire.summary()}` };
  },
};

/** The answer, or what is wrong with it. */
async function untilAnswered(ground: Ground, writer: number, first: Append): Promise<Acknowledged | string> {
  const { doors } = ground;
  let append = first;
  let before = '';
  for (let attempt = writer; ; attempt++) {
    const answer = await untilThere(ground, () => doors[attempt++ % doors.length]!.append(append)).catch(
      String,
    );
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

/** Tries again while the database or the process is away. */
async function untilThere<T>({ patience }: Ground, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionLoss(error) || performance.now() > deadline) throw error;
      await pause(20);
    }
  }
}
