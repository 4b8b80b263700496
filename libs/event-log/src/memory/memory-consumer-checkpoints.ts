import type { ConsumerCheckpoints } from '../consumer-checkpoints.js';

/** Checkpoints in memory, for tests. */
export class MemoryConsumerCheckpoints implements ConsumerCheckpoints {
  private readonly positions = new Map<string, bigint>();

  async read(authority: string, consumer: string): Promise<bigint> {
    return this.positions.get(`${authority}/${consumer}`) ?? 0n;
  }

  async advance(authority: string, consumer: string, position: bigint): Promise<void> {
    if (position > (await this.read(authority, consumer)))
      this.positions.set(`${authority}/${consumer}`, position);
  }
}
