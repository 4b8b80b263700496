import type { Append, AppendAnswer } from '#event-log';
import { lookAtRecord, recordOf } from '../record/look-at-record.js';
import type { Programme } from './programme.js';
import { authorityOf, seededAppend, streamsOf } from '../seeded-append.js';
import { Uniform } from '../uniform.js';

const TIMES = 10;
const COMMANDS = { short: 40, long: 500 } as const;
/** So many commands are sent at the same moment, each ten times, to a few streams that they share. */
const AT_ONCE = 8;
const STREAMS = 3;

/** Nothing but the command id can tell the repeats apart: they expect nothing of their streams. */
export const oneEffect: Programme = {
  name: 'one-effect',
  claim:
    'A command that is sent ten times at once, through different processes, has one effect and ten equal answers.',
  async run({ doors, log }, { seed, size }) {
    const random = new Uniform(seed);
    const authority = authorityOf('one-effect', seed);
    const streams = streamsOf(random, authority, STREAMS);
    const findings: string[] = [];
    const appends: Append[] = [];
    let repeats = 0;
    const send = async (append: Append, n: number): Promise<AppendAnswer | null> => {
      try {
        return await doors[n % doors.length]!.append(append);
      } catch (error) {
        findings.push(`one of ten was answered by an error: ${String(error)}`);
        return null;
      }
    };
    const sendTenTimes = async (append: Append): Promise<void> => {
      const answers = await Promise.all(Array.from({ length: TIMES }, (_, n) => send(append, n)));
      const done = await log.findCommand(authority, append.command.id);
      const effects = answers.filter((answer) => answer?.outcome === 'appended');
      if (effects.length !== 1) findings.push(`a command was carried out ${effects.length} times`);
      for (const answer of answers) {
        if (answer === null) continue;
        if (answer.outcome === 'already-done') repeats += 1;
        if (answer.outcome !== 'appended' && answer.outcome !== 'already-done')
          findings.push(`one of ten was answered: ${answer.outcome}`);
        else if (answer.lastRevision !== done?.lastRevision || answer.lastPosition !== done.lastPosition)
          findings.push('one of ten was answered with another place than the record has');
      }
    };
    while (appends.length < COMMANDS[size]) {
      const together = Array.from({ length: AT_ONCE }, () =>
        seededAppend(random, random.one(streams), { count: 1 + random.below(3) }),
      );
      appends.push(...together);
      await Promise.all(together.map(sendTenTimes));
    }
    const record = await recordOf(log, authority);
    for (const { command, events } of appends) {
      const there = record.filter(({ header }) => header.command === command.id).length;
      if (there !== events.length) findings.push(`a command of ${events.length} events left ${there}`);
    }
    findings.push(...lookAtRecord(record));
    return { findings, did: { commands: appends.length, repeats } };
  },
};
