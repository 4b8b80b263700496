import type { BlobStore } from '../blob-store.js';
import { sha256Hex } from '../record/digest.js';

/** Blobs in memory, for tests. */
export class MemoryBlobStore implements BlobStore {
  private readonly blobs = new Map<string, Uint8Array>();

  async put(authority: string, bytes: Uint8Array): Promise<string> {
    const digest = sha256Hex(bytes);
    this.blobs.set(`${authority}/${digest}`, bytes.slice());
    return digest;
  }

  async get(authority: string, digest: string): Promise<Uint8Array | null> {
    return this.blobs.get(`${authority}/${digest}`)?.slice() ?? null;
  }
}
