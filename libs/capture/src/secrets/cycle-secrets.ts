import type { AuthorityId, CycleId, Secret } from '#audit-cycle';

/**
 * The secret of each cycle, which chooses audits for moderation at random. It stands outside the log until the cycle closes: who
 * reads the record before that knows its digest and nothing more.
 */
export interface CycleSecrets {
  /** The cycle's secret, always the same; the first who asks for it makes it. */
  of(authority: AuthorityId, cycle: CycleId): Promise<Secret>;
}
