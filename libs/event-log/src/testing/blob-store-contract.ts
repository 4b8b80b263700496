import { describe, expect, it } from '@jest/globals';
import type { BlobStore } from '../blob-store.js';
import type { ConsumerCheckpoints } from '../consumer-checkpoints.js';
import { sha256Hex } from '../record/digest.js';
import { anAuthority } from './an-authority.js';

export function blobStoreContract(name: string, underTest: () => BlobStore): void {
  describe(`the blob store contract: ${name}`, () => {
    it('gives bytes back under their SHA-256, once however often they are put', async () => {
      const [authority, bytes] = [anAuthority(), Buffer.from([0, 1, 2, 255])];
      const digest = await underTest().put(authority, bytes);
      expect(digest).toBe(sha256Hex(bytes));
      expect(await underTest().put(authority, bytes)).toBe(digest);
      expect(Buffer.from((await underTest().get(authority, digest))!)).toEqual(bytes);
    });

    it('has nothing of another authority', async () => {
      const digest = await underTest().put(anAuthority(), Buffer.from('frame'));
      expect(await underTest().get(anAuthority(), digest)).toBeNull();
    });
  });
}

export function consumerCheckpointsContract(name: string, underTest: () => ConsumerCheckpoints): void {
  describe(`the consumer checkpoints contract: ${name}`, () => {
    it('starts at 0, moves forward and never back', async () => {
      const authority = anAuthority();
      const checkpoints = underTest();
      expect(await checkpoints.read(authority, 'select-cases')).toBe(0n);
      await checkpoints.advance(authority, 'select-cases', 7n);
      await checkpoints.advance(authority, 'select-cases', 3n);
      expect(await checkpoints.read(authority, 'select-cases')).toBe(7n);
      expect(await checkpoints.read(authority, 'relay')).toBe(0n);
      expect(await checkpoints.read(anAuthority(), 'select-cases')).toBe(0n);
    });
  });
}
