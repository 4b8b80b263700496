import { lookAtRecord, recordOf } from '../record/look-at-record.js';
import type { Programme } from './programme.js';
import { authorityOf, seededAppend, streamsOf } from '../seeded-append.js';
import { endListening } from '../fire/strike.js';
import { Uniform } from '../uniform.js';
import { Watcher } from '../record/watcher.js';

const WRITERS = 16;
const APPENDS = { short: 25, long: 250 } as const;
/** Streams that writers share, and how often one of them is taken rather than a writer's own. */
const SHARED = 4;
const SHARED_ONE_IN = 8;
/** Each writer ends the listening sessions once in so many of its appends. */
const CUT_ONE_IN = 25;
/** A writer sends its next append when the last one is answered, so what a follower reads is always on the move. */
export const following: Programme = {
  name: 'following',
  claim:
    'While 16 writers write, a follower sees every event once, in order of position and of its stream; also one that hears no notification, and one whose listening session is ended again and again.',
  async run({ connection, doors, log, deaf, patience }, { seed, size }) {
    const authority = authorityOf('following', seed);
    const shared = streamsOf(new Uniform(seed), authority, SHARED);
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
      const ours = streamsOf(own, authority, 1, writer % 2 === 0 ? 'case-audit' : 'cycle');
      const door = doors[writer % doors.length]!;
      const cutAt = own.below(CUT_ONE_IN);
      for (let n = 0; n < APPENDS[size]; n++) {
        const append = seededAppend(own, own.one(own.below(SHARED_ONE_IN) === 0 ? shared : ours), {
          count: 1 + own.below(3),
        });
        const answer = await door.append(append).catch((error: unknown) => ({ outcome: String(error) }));
        if (answer.outcome === 'appended') events += append.events.length;
        else findings.push(`a writer that expects nothing was answered: ${answer.outcome}`);
        if (n % CUT_ONE_IN === cutAt && (await cut.strike())) cuts += 1;
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));

    // Nobody is on the way any more when the last event comes: each has to be woken, or to look by itself.
    const reach = async (head: bigint): Promise<void> =>
      void (await Promise.all(watchers.map((watcher) => watcher.reaches(head, patience))));
    await reach(await log.head(authority));
    await Promise.all(watchers.map((watcher) => watcher.rests(patience)));
    events += 1;
    await doors[0]!.append(seededAppend(new Uniform(`${seed}/last`), shared[0]!));
    await reach(await log.head(authority));
    await Promise.all(watchers.map((watcher) => watcher.stop()));

    const record = await recordOf(log, authority);
    if (record.length !== events) findings.push(`${record.length} events where ${events} were acknowledged`);
    findings.push(...lookAtRecord(record));
    for (const watcher of watchers) findings.push(...watcher.findings(record));
    return { findings, did: { events, 'listening sessions ended': cuts } };
  },
};
