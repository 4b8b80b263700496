import { randomBytes } from 'node:crypto';
import type { AuthorityId, CycleId, Secret } from '#audit-cycle';
import type { CycleSecrets } from './cycle-secrets.js';

/** Secrets in memory: for tests, and for a simulation that nobody keeps. */
export class MemoryCycleSecrets implements CycleSecrets {
  private readonly secrets = new Map<string, Secret>();

  async of(authority: AuthorityId, cycle: CycleId): Promise<Secret> {
    const key = `${authority}/${cycle}`;
    const secret = this.secrets.get(key) ?? randomBytes(32).toString('hex');
    this.secrets.set(key, secret);
    return secret;
  }

  /** As if the table of secrets had been lost. */
  forgetAll(): void {
    this.secrets.clear();
  }
}
