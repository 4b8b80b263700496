import type { Append, Expectation } from '#event-log';
import type { Door } from '../ground/ground.js';
import { lookAtRecord, recordOf } from '../record/look-at-record.js';
import { authorityOf, seededAppend, streamsOf } from '../seeded-append.js';
import { Uniform } from '../uniform.js';
import type { Programme } from './programme.js';

const ROUNDS = { short: 45, long: 360 } as const;
/** After so many appends in a row that nobody disturbed a process goes by what it knows of the log's end; it does after nine. */
const ALONE = 10;

/** One append of a situation: through whom, whose stream, and where that is expected to end, counted from its true end; or the last one again. */
type Sent = readonly [by: 'knowing' | 'other', to: 'ours' | 'theirs', expect: 'none' | 'again' | number];

interface Situation {
  readonly name: string;
  /** Is in before the rest is sent. */
  readonly before?: Sent;
  readonly atOnce: readonly Sent[];
  /** What becomes of what is sent at once, whoever comes first. */
  readonly right: readonly ('appended' | 'conflict' | 'already-done')[];
}

/** `theirs` is a stream that nobody has written to yet. */
const SITUATIONS: readonly Situation[] = [
  { name: 'ahead of the stream', atOnce: [['knowing', 'ours', 2]], right: ['conflict'] },
  { name: 'behind the stream', atOnce: [['knowing', 'ours', -1]], right: ['conflict'] },
  { name: 'a stream that is not new', atOnce: [['knowing', 'ours', 'none']], right: ['conflict'] },
  { name: 'sent again', atOnce: [['knowing', 'ours', 'again']], right: ['already-done'] },
  {
    name: 'behind another append',
    before: ['other', 'theirs', 'none'],
    atOnce: [['knowing', 'ours', 0]],
    right: ['appended'],
  },
  {
    name: 'behind another append to the stream',
    before: ['other', 'ours', 0],
    atOnce: [['knowing', 'ours', -1]],
    right: ['conflict'],
  },
  {
    name: 'at once with another',
    atOnce: [
      ['knowing', 'ours', 0],
      ['other', 'theirs', 'none'],
    ],
    right: ['appended', 'appended'],
  },
  {
    name: 'at once with another to the stream',
    atOnce: [
      ['knowing', 'ours', 0],
      ['other', 'ours', 0],
    ],
    right: ['appended', 'conflict'],
  },
  {
    name: 'several on their way, at once with another',
    atOnce: [
      ['knowing', 'ours', 0],
      ['knowing', 'ours', 1],
      ['other', 'theirs', 'none'],
      ['knowing', 'ours', 2],
      ['knowing', 'ours', 3],
    ],
    right: ['appended', 'appended', 'appended', 'appended', 'appended'],
  },
];

/** A process is left alone until it knows where the log ends, and then is wrong about that, or meets somebody there. */
export const endInSight: Programme = {
  name: 'end-in-sight',
  claim:
    'A process that goes by what it knows of the end of the log appends nothing that does not hold, and fails nobody whom it meets there.',
  async run({ doors, log }, { seed, size }) {
    const random = new Uniform(seed);
    const authority = authorityOf('end-in-sight', seed);
    const findings: string[] = [];
    const did: Record<string, number> = { appended: 0, conflict: 0, 'already-done': 0 };
    const outcomeOf = async (door: Door, append: Append): Promise<string> => {
      const outcome = await door.append(append).then(
        (answer) => answer.outcome as string,
        (error: unknown) => String(error),
      );
      if (outcome in did) did[outcome] = (did[outcome] ?? 0) + 1;
      return outcome;
    };
    for (let round = 0; round < ROUNDS[size]; round++) {
      const { name, before, atOnce, right } = SITUATIONS[round % SITUATIONS.length]!;
      const [ours, theirs] = streamsOf(random, authority, 2) as [string, string];
      const first = random.below(doors.length);
      const by = { knowing: doors[first]!, other: doors[(first + 1) % doors.length]! };
      let end = -1;
      const sent: Append[] = [];
      const asked = (to: Sent[1], place: Sent[2]): Append => {
        if (place === 'again') return sent.at(-1)!;
        const expect: Expectation = place === 'none' ? 'none' : BigInt(end + place);
        const append = seededAppend(random, to === 'ours' ? ours : theirs, { expect });
        sent.push(append);
        return append;
      };
      const look = (what: string, answers: readonly string[], due: readonly string[]): void => {
        const [found, wanted] = [answers, due].map((each) => [...each].sort().join(', '));
        if (found !== wanted) findings.push(`${what}: answered ${found} instead of ${wanted}`);
      };

      for (; end < ALONE - 1; end++) {
        const append = asked('ours', end < 0 ? 'none' : 0);
        look('alone', [await outcomeOf(by.knowing, append)], ['appended']);
      }
      if (before !== undefined) {
        const [who, to, place] = before;
        look(name, [await outcomeOf(by[who], asked(to, place))], ['appended']);
        if (to === 'ours') end += 1;
      }
      look(
        name,
        await Promise.all(atOnce.map(([who, ...what]) => outcomeOf(by[who], asked(...what)))),
        right,
      );
    }
    findings.push(...lookAtRecord(await recordOf(log, authority)));
    return { findings, did };
  },
};
