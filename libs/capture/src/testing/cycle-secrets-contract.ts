import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CycleSecrets } from '../secrets/cycle-secrets.js';

/** What every keeper of secrets promises. `secrets` is asked again for each test: what was kept must be there for the next one. */
export const cycleSecretsContract = (adapter: string, secrets: () => CycleSecrets): void =>
  describe(`secrets of cycles, kept by ${adapter}`, () => {
    const anAuthority = (): string => `a-${randomBytes(6).toString('hex')}`;

    it('are 64 hexadecimal digits', async () => {
      expect(await secrets().of(anAuthority(), randomUUID())).toMatch(/^[0-9a-f]{64}$/);
    });

    it('stay the same for whoever asks again', async () => {
      const [authority, cycle] = [anAuthority(), randomUUID()];
      const first = await secrets().of(authority, cycle);
      expect(await secrets().of(authority, cycle)).toBe(first);
    });

    it('are the same for all who ask at the same moment', async () => {
      const [authority, cycle] = [anAuthority(), randomUUID()];
      const asked = await Promise.all(Array.from({ length: 8 }, () => secrets().of(authority, cycle)));
      expect(new Set(asked).size).toBe(1);
    });

    it('are others for another cycle, and for the same cycle of another authority', async () => {
      const [ours, theirs, cycle] = [anAuthority(), anAuthority(), randomUUID()];
      const all = [
        await secrets().of(ours, cycle),
        await secrets().of(ours, randomUUID()),
        await secrets().of(theirs, cycle),
      ];
      expect(new Set(all).size).toBe(3);
    });
  });
