import { MemoryEventLog, sha256Hex, type Append, type AppendAnswer, type Expectation } from '#event-log';
import type { Door } from '../ground/ground.js';
import { lookAtRecord, recordOf } from '../record/look-at-record.js';
import type { Programme } from './programme.js';
import { authorityOf, seededAppend, streamsOf } from '../seeded-append.js';
import { Uniform } from '../uniform.js';

const BATCHES = { short: 25, long: 200 } as const;
const MOST_AT_ONCE = 40;
const STREAMS = 4;

/**
 * Appends of every kind leave together, many to the same streams and under the same command ids, and each answer is compared with that of the
 * log in memory, which takes one after the other. Each door has streams and commands of its own, so the others only
 * move its positions.
 */
export const oneByOne: Programme = {
  name: 'one-by-one',
  claim:
    'Appends that travel together are answered as if each had come alone, in order: every expectation, repeat and mismatch, on new and old streams.',
  async run({ doors, log }, { seed, size }) {
    const authority = authorityOf('one-by-one', seed);
    const findings: string[] = [];
    const outcomes = { appended: 0, conflict: 0, 'already-done': 0, 'command-mismatch': 0 };
    const compare = async (door: Door, n: number): Promise<void> => {
      const script = new Script(new Uniform(`${seed}/door/${n}`), authority);
      for (let batch = 0; batch < BATCHES[size]; batch++) {
        const pairs = await script.next();
        const answers = await Promise.all(
          pairs.map(({ append }) => door.append(append).catch((error: unknown) => String(error))),
        );
        answers.forEach((answer, place) => {
          const { append, right } = pairs[place]!;
          outcomes[right.outcome] += 1;
          if (inWords(answer) !== inWords(right))
            findings.push(
              `expecting ${append.expect}, ${place + 1} of ${pairs.length}: ${inWords(answer)} instead of ${inWords(right)}`,
            );
        });
      }
    };
    await Promise.all(doors.map(compare));
    findings.push(...lookAtRecord(await recordOf(log, authority)));
    return { findings, did: outcomes };
  },
};

/** Makes up what is sent, and knows what the answers must be. */
class Script {
  private readonly right = new MemoryEventLog(() => new Date(0));
  private readonly sent: Append[] = [];
  private readonly streams: string[];

  constructor(
    private readonly random: Uniform,
    private readonly authority: string,
  ) {
    this.streams = streamsOf(random, authority, STREAMS);
  }

  async next(): Promise<readonly { readonly append: Append; readonly right: AppendAnswer }[]> {
    // A stream is given up now and then, so that some are new whenever.
    this.streams[this.random.below(STREAMS)] = streamsOf(this.random, this.authority, 1)[0]!;
    const pairs = [];
    for (let left = 1 + this.random.below(MOST_AT_ONCE); left > 0; left--) {
      const append = await this.anAppend();
      this.sent.push(append);
      pairs.push({ append, right: await this.right.append(append) });
    }
    return pairs;
  }

  private async anAppend(): Promise<Append> {
    const { random, sent } = this;
    const known = sent.length > 0 && random.below(5) === 0 ? random.one(sent.slice(-60)) : null;
    if (known !== null && random.below(3) > 0) return known;
    const stream = random.one(this.streams);
    const last = (await this.right.readStream(stream)).at(-1)?.revision ?? -1n;
    const near = [last, last, last, last - 1n, last + 1n, last + 2n].filter((revision) => revision >= 0n);
    const expect = random.one<Expectation>(['none', 'exists', 'any', ...near]);
    const append = seededAppend(random, stream, { expect, count: 1 + random.below(3) });
    if (known === null) return append;
    return { ...append, command: { id: known.command.id, digest: sha256Hex(append.command.id) } };
  }
}

/** An answer without its position, which the other doors move. */
const inWords = (answer: AppendAnswer | string): string => {
  if (typeof answer === 'string') return answer;
  if (answer.outcome === 'command-mismatch') return answer.outcome;
  if (answer.outcome === 'conflict') return `conflict at ${answer.revision ?? 'no revision'}`;
  return `${answer.outcome} ${answer.firstRevision}-${answer.lastRevision} of ${answer.stream}`;
};
