import { LogBusy, type Append } from '#event-log';
import { lookAtRecord, recordOf } from '../record/look-at-record.js';
import type { Programme } from './programme.js';
import { authorityOf, seededAppend, streamsOf } from '../seeded-append.js';
import { Uniform } from '../uniform.js';

/** A log holds 10,000 appends that wait. */
const APPENDS = { short: 11_000, long: 35_000 } as const;
const STREAMS = 20;

/** All are sent in one moment; those that are refused are sent again, all in one moment, until none is. */
export const fullQueue: Programme = {
  name: 'full-queue',
  claim:
    'Of more appends than the log lets wait, each is either taken, and in the record once, or refused as busy, and not in the record; sent again, it is taken.',
  async run({ log }, { seed, size }) {
    const random = new Uniform(seed);
    const authority = authorityOf('full-queue', seed);
    const streams = streamsOf(random, authority, STREAMS);
    const findings: string[] = [];
    const did = { appended: 0, refusals: 0 };
    const taken = new Set<string>();
    const send = async (append: Append): Promise<Append | null> => {
      const outcome = await log.append(append).then(
        (answer) => answer.outcome,
        (error: unknown) => (error instanceof LogBusy ? 'busy' : String(error)),
      );
      if (outcome === 'busy') return append;
      if (outcome === 'appended') taken.add(append.command.id);
      else findings.push(`an append was answered: ${outcome}`);
      return null;
    };
    let waiting: readonly Append[] = Array.from({ length: APPENDS[size] }, () =>
      seededAppend(random, random.one(streams)),
    );
    while (waiting.length > 0 && findings.length === 0) {
      waiting = (await Promise.all(waiting.map(send))).filter((append) => append !== null);
      did.refusals += waiting.length;
      did.appended = taken.size;
      const record = await recordOf(log, authority);
      const there = new Set(record.map(({ header }) => header.command));
      const refused = waiting.filter(({ command }) => there.has(command.id));
      if (refused.length > 0) findings.push(`${refused.length} refused appends are in the record`);
      if (record.length !== taken.size || [...taken].some((id) => !there.has(id)))
        findings.push(`${record.length} events where ${taken.size} appends were taken`);
      findings.push(...lookAtRecord(record));
    }
    return { findings, did };
  },
};
