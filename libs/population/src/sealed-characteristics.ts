import type { AuthorityId, CharacteristicsList, CycleId, Sha256 } from '#audit-cycle';
import { canonicalBytes, streamName, type BlobStore } from '#event-log';
import type { Place, Sealer } from '#sealing';

/**
 * Keeps what the lists of a cycle say of children's ethnicity, age and disability, sealed, and opens it again. It stands in no event
 * and in no view: whoever opens it works out a figure and drops it.
 */
export class SealedCharacteristics {
  /** `sealed`: a store of its own, which no ordinary reader gets at. */
  constructor(
    private readonly sealer: Sealer,
    private readonly sealed: BlobStore,
  ) {}

  /** The SHA-256 of the sealed bytes. The same list of the same cycle always has the same. */
  async keep(authority: AuthorityId, cycle: CycleId, list: CharacteristicsList): Promise<Sha256> {
    const bytes = await this.sealer.seal(canonicalBytes(list), placeOf(authority, cycle));
    return this.sealed.put(authority, bytes);
  }

  /** @throws Error where the sealed list is gone, CannotOpen where it is not what was sealed or the key is another */
  async open(authority: AuthorityId, cycle: CycleId, digest: Sha256): Promise<CharacteristicsList> {
    const bytes = await this.sealed.get(authority, digest);
    if (bytes === null)
      throw new Error(
        `The sealed list ${digest} is not in the store of sealed blobs; restore it from a backup`,
      );
    const text = await this.sealer.open(bytes, placeOf(authority, cycle));
    return JSON.parse(Buffer.from(text).toString('utf8')) as CharacteristicsList;
  }
}

const placeOf = (authority: AuthorityId, cycle: CycleId): Place => ({
  authority,
  stream: streamName(authority, 'cycle', cycle),
  what: 'characteristics',
});
