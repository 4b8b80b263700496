import { lookAtRecord, recordOf } from '../look-at-record.js';
import type { Programme } from '../programme.js';
import { authorityOf, seededAppend, streamsOf } from '../seeded-append.js';
import { endListening } from '../strike.js';
import { Uniform } from '../uniform.js';
import { Watcher } from '../watcher.js';

const WRITERS = 16;
const APPENDS = { short: 25, long: 250 } as const;
/** Fewer streams than writers, so that streams are written through several doors at once. */
const STREAMS = 5;

/** A writer sends its next append when the last one is answered, so what a follower reads is always on the move. */
export const following: Programme = {
  name: 'following',
  claim:
    'While 16 writers write, a follower sees every event once, in order of position and of its stream; also one that hears no notification, and one whose listening session is ended again and again.',
  async run({ connection, doors, log, deaf, patience }, { seed, size }) {
    const authority = authorityOf('following', seed);
    const random = new Uniform(seed);
    const streams = [
      ...streamsOf(random, authority, STREAMS, 'case-audit'),
      ...streamsOf(random, authority, STREAMS, 'cycle'),
    ];
    const findings: string[] = [];
    const watchers = [
      { name: 'the follower', log, limit: 37 },
      { name: 'the deaf follower', log: deaf, limit: 11 },
      { name: 'the follower of cycles', log, limit: 7, kinds: ['cycle'] },
    ].map((watch) => new Watcher({ ...watch, authority }));
    const cut = endListening(connection);
    let [events, cuts] = [0, 0];
    const write = async (writer: number): Promise<void> => {
      const own = new Uniform(`${seed}/writer/${writer}`);
      const door = doors[writer % doors.length]!;
      for (let n = 0; n < APPENDS[size]; n++) {
        const append = seededAppend(own, own.one(streams), { count: 1 + own.below(3) });
        const answer = await door.append(append).catch((error: unknown) => ({ outcome: String(error) }));
        if (answer.outcome === 'appended') events += append.events.length;
        else findings.push(`a writer that expects nothing was answered: ${answer.outcome}`);
        if (own.below(40) === 0 && (await cut.strike())) cuts += 1;
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));

    const record = await recordOf(log, authority);
    if (record.length !== events) findings.push(`${record.length} events where ${events} were acknowledged`);
    findings.push(...lookAtRecord(record));
    const head = record.at(-1)?.position ?? 0n;
    await Promise.all(watchers.map((watcher) => watcher.end(head, patience)));
    for (const watcher of watchers) findings.push(...watcher.findings(record));
    return { findings, did: `${events} events by ${WRITERS} writers, listening cut ${cuts} times` };
  },
};
