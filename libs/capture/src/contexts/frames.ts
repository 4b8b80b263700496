import type { Frame } from '#audit-cycle';
import type { BlobStore } from '#event-log';

const MOST_REMEMBERED = 16;

/** Frozen frames, read by their digest. A frame never changes, so the last few are remembered. */
export class Frames {
  private readonly remembered = new Map<string, Promise<Frame>>();

  constructor(private readonly blobs: BlobStore) {}

  /** @throws Error when the blob is gone: without it no draw can be repeated, so nothing goes on without it. */
  read(authority: string, digest: string): Promise<Frame> {
    const key = `${authority}/${digest}`;
    const known = this.remembered.get(key) ?? this.fetch(authority, digest);
    this.remembered.delete(key);
    this.remembered.set(key, known);
    if (this.remembered.size > MOST_REMEMBERED) this.remembered.delete(this.remembered.keys().next().value!);
    known.catch(() => this.remembered.delete(key));
    return known;
  }

  private async fetch(authority: string, digest: string): Promise<Frame> {
    const bytes = await this.blobs.get(authority, digest);
    if (bytes === null)
      throw new Error(`The frame ${digest} is not in the blob store; restore it from a backup`);
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Frame;
  }
}
