import type { AuthorityId, Instant, IsoDate, PersonId } from '#audit-cycle';
import type { KeptNotice } from './notice.js';

/** A person and a day: at most one digest goes out for the two. */
export interface DigestFor {
  readonly person: PersonId;
  readonly day: IsoDate;
}

export interface Claim extends DigestFor {
  /** Unread and in no digest yet, in the order of the log; never empty. */
  readonly notices: readonly KeptNotice[];
  /** Tries to send this digest, this one included. */
  readonly attempt: number;
}

/**
 * Digests and what became of them. A claim is written down before anything is sent and given to one process alone. Where it stays
 * without an end, because that process died, nobody knows whether the mail went out: it is not sent again that day, and its
 * notices stay untold, for the digest of the next.
 */
export interface Digests {
  /** Who has unread notices that no digest told, and no digest that was sent, claimed or put off beyond `now` for the day. */
  waiting(authority: AuthorityId, day: IsoDate, now: Instant): Promise<readonly PersonId[]>;
  /** Null where there is nothing to tell, or somebody else was first. */
  claim(authority: AuthorityId, digest: DigestFor, now: Instant): Promise<Claim | null>;
  /** The mail server took it: its notices are told. */
  sent(authority: AuthorityId, claim: Claim, now: Instant): Promise<void>;
  /** It certainly did not go out: it may be claimed again from `retryAt` on. */
  putOff(authority: AuthorityId, claim: Claim, retryAt: Instant): Promise<void>;
}
