import { lookAtRecord, recordOf } from '../record/look-at-record.js';
import type { Programme } from './programme.js';
import { authorityOf, seededAppend, streamsOf } from '../seeded-append.js';
import { Uniform } from '../uniform.js';

const WRITERS = 64;
const VERSIONS = 200;

/** Every writer tries to write every version, each as fast as it is answered, so they soon are at different ones. */
export const oneWinner: Programme = {
  name: 'one-winner',
  claim:
    'Of 64 writers who all try to write each version of a stream, exactly one wins each; the others are told of the conflict.',
  async run({ doors, log }, { seed }) {
    const authority = authorityOf('one-winner', seed);
    const [stream] = streamsOf(new Uniform(seed), authority, 1) as [string];
    const winners = Array.from({ length: VERSIONS }, (): string[] => []);
    const findings: string[] = [];
    let conflicts = 0;
    const write = async (writer: number): Promise<void> => {
      const random = new Uniform(`${seed}/writer/${writer}`);
      for (let version = 0; version < VERSIONS; version++) {
        const append = seededAppend(random, stream, { expect: version === 0 ? 'none' : BigInt(version - 1) });
        const answer = await random
          .one(doors)
          .append(append)
          .catch((error: unknown) => ({ outcome: String(error) }) as const);
        if (answer.outcome === 'conflict') conflicts += 1;
        else if (answer.outcome === 'appended') winners[version]!.push(append.events[0]!.header.id);
        else findings.push(`a writer of version ${version} was answered: ${answer.outcome}`);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));

    const record = await recordOf(log, authority);
    winners.forEach((won, version) => {
      if (won.length !== 1) findings.push(`version ${version} has ${won.length} winners`);
      const there = record.filter(({ revision }) => revision === BigInt(version));
      if (there.length !== 1 || there[0]!.header.id !== won[0])
        findings.push(`version ${version} in the record is not what its winner wrote`);
    });
    if (record.length !== VERSIONS) findings.push(`${record.length} events for ${VERSIONS} versions`);
    findings.push(...lookAtRecord(record));
    return { findings, did: { winners: winners.flat().length, conflicts } };
  },
};
