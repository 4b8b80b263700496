/** Large, rare things kept beside the log and named by their SHA-256: a population's frame, an import report. */
export interface BlobStore {
  /** Keeps the bytes and answers with their digest; the same bytes twice are one blob. */
  put(authority: string, bytes: Uint8Array): Promise<string>;
  /** Null where this authority has no such blob. @throws Error when the stored bytes no longer have that digest. */
  get(authority: string, digest: string): Promise<Uint8Array | null>;
}
