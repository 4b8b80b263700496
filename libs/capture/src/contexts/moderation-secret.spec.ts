import { describe, expect, it } from '@jest/globals';
import { factsOf, sha256Hex } from '#event-log';
import { AuthorityAtWork } from '../testing/authority-at-work.js';

const WHY = { reasonCode: 'end-of-test', reason: 'The test is over.' };

/** What the cycle's record says of its secret: the digest at opening, the secret at closing. */
async function published(work: AuthorityAtWork): Promise<readonly unknown[]> {
  const { events } = await work.log.readAll(work.authority, {
    filter: { types: ['CycleOpened', 'CycleClosed'] },
  });
  return events.map(factsOf);
}

describe('the moderation secret of a cycle', () => {
  it('is known by its digest while the cycle is open, and by itself when it closes', async () => {
    const work = await AuthorityAtWork.begin();
    const cycle = await work.openCycle(6, 2);
    const secret = await work.secrets.of(work.authority, cycle);
    expect(await published(work)).toMatchObject([{ moderationSecretDigest: sha256Hex(secret) }]);
    const { events } = await work.log.readAll(work.authority, { limit: 1000 });
    const record = Buffer.concat(events.map(({ factsBytes }) => factsBytes)).toString('utf8');
    expect(record).not.toContain(secret);
    await work.done('cycle', cycle, { type: 'CloseCycle', ...WHY });
    expect(await published(work)).toMatchObject([{}, { moderationSecret: secret }]);
  });

  it('is never another one: nothing is recorded when the table of secrets lost it', async () => {
    const work = await AuthorityAtWork.begin();
    const cycle = await work.openCycle(6, 2);
    work.secrets.forgetAll();
    const head = await work.log.head(work.authority);
    const close = { kind: 'cycle', id: cycle, command: { type: 'CloseCycle', ...WHY } } as const;
    await expect(work.say(close)).rejects.toThrow('not the one whose digest was published');
    expect(await work.log.head(work.authority)).toBe(head);
  });

  it('is made when the cycle opens, and each cycle has its own', async () => {
    const work = await AuthorityAtWork.begin();
    await work.openCycle(6, 2);
    await work.openCycle(6, 2, 100);
    const [one, other] = (await published(work)) as readonly { moderationSecretDigest: string }[];
    expect(one?.moderationSecretDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(other?.moderationSecretDigest).not.toBe(one?.moderationSecretDigest);
  });
});
