import type { ConsumerCheckpoints } from '#event-log';
import { inTransaction, type Pool } from '#postgres';

export class PostgresConsumerCheckpoints implements ConsumerCheckpoints {
  constructor(private readonly pool: Pool) {}

  async read(authority: string, consumer: string): Promise<bigint> {
    const { rows } = await inTransaction(this.pool, authority, (client) =>
      client.query<{ position: string }>(
        'select position from consumer_checkpoint where authority = $1 and consumer = $2',
        [authority, consumer],
      ),
    );
    return BigInt(rows[0]?.position ?? 0);
  }

  async advance(authority: string, consumer: string, position: bigint): Promise<void> {
    await inTransaction(this.pool, authority, (client) =>
      client.query(
        `insert into consumer_checkpoint values ($1, $2, $3)
         on conflict (authority, consumer) do update
           set position = greatest(consumer_checkpoint.position, excluded.position)`,
        [authority, consumer, position],
      ),
    );
  }
}
