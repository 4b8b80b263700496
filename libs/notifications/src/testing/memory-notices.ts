import type { AuthorityId, Instant, IsoDate, PersonId } from '#audit-cycle';
import type { Claim, DigestFor, Digests } from '../keeping/digests.js';
import type { KeptNotice, Notice, Notices, NoticesAskedFor, Place } from '../keeping/notice.js';

interface Known {
  readonly notices: Map<string, KeptNotice & { readonly toldOn: IsoDate | null }>;
  readonly digests: Map<string, { state: 'claimed' | 'sent' | 'put-off'; attempt: number; retryAt: Instant }>;
}

/** Inboxes and digests in memory, for tests. */
export class MemoryNotices implements Notices, Digests {
  private readonly authorities = new Map<AuthorityId, Known>();

  async add(authority: AuthorityId, notices: readonly Notice[]): Promise<void> {
    const known = this.of(authority).notices;
    for (const notice of notices)
      if (!known.has(notice.id)) known.set(notice.id, { ...notice, readAt: null, toldOn: null });
  }

  async list(
    authority: AuthorityId,
    person: PersonId,
    asked: NoticesAskedFor,
  ): Promise<readonly KeptNotice[]> {
    const { unread, after, limit } = asked;
    return [...this.of(authority).notices.values()]
      .filter((one) => one.person === person && (!unread || one.readAt === null))
      .filter((one) => after === null || inOrder(one, after) < 0)
      .sort((one, other) => inOrder(other, one))
      .slice(0, limit)
      .map(({ toldOn: _, ...notice }) => notice);
  }

  async unread(authority: AuthorityId, person: PersonId): Promise<number> {
    return (await this.list(authority, person, { unread: true, after: null, limit: Infinity })).length;
  }

  async markRead(
    authority: AuthorityId,
    person: PersonId,
    ids: readonly string[],
    at: Instant,
  ): Promise<void> {
    const known = this.of(authority).notices;
    for (const id of ids) {
      const notice = known.get(id);
      if (notice?.person === person && notice.readAt === null) known.set(id, { ...notice, readAt: at });
    }
  }

  async waiting(authority: AuthorityId, day: IsoDate, now: Instant): Promise<readonly PersonId[]> {
    const people = new Set(
      [...this.of(authority).notices.values()].filter(isUntold).map(({ person }) => person),
    );
    return [...people].filter((person) => this.isFree(authority, { person, day }, now)).sort();
  }

  async claim(authority: AuthorityId, digest: DigestFor, now: Instant): Promise<Claim | null> {
    if (!this.isFree(authority, digest, now)) return null;
    const notices = [...this.of(authority).notices.values()]
      .filter((one) => one.person === digest.person && isUntold(one))
      .sort(inOrder)
      .map(({ toldOn: _, ...notice }) => notice);
    if (notices.length === 0) return null;
    const { digests } = this.of(authority);
    const attempt = (digests.get(keyOf(digest))?.attempt ?? 0) + 1;
    digests.set(keyOf(digest), { state: 'claimed', attempt, retryAt: now });
    return { ...digest, notices, attempt };
  }

  async sent(authority: AuthorityId, claim: Claim, now: Instant): Promise<void> {
    const { notices, digests } = this.of(authority);
    for (const { id } of claim.notices) notices.set(id, { ...notices.get(id)!, toldOn: claim.day });
    digests.set(keyOf(claim), { state: 'sent', attempt: claim.attempt, retryAt: now });
  }

  async putOff(authority: AuthorityId, claim: Claim, retryAt: Instant): Promise<void> {
    this.of(authority).digests.set(keyOf(claim), { state: 'put-off', attempt: claim.attempt, retryAt });
  }

  private isFree(authority: AuthorityId, digest: DigestFor, now: Instant): boolean {
    const known = this.of(authority).digests.get(keyOf(digest));
    return known === undefined || (known.state === 'put-off' && known.retryAt <= now);
  }

  private of(authority: AuthorityId): Known {
    const known = this.authorities.get(authority) ?? { notices: new Map(), digests: new Map() };
    this.authorities.set(authority, known);
    return known;
  }
}

const keyOf = ({ person, day }: DigestFor): string => `${person}/${day}`;

const isUntold = ({ readAt, toldOn }: { readAt: Instant | null; toldOn: IsoDate | null }): boolean =>
  readAt === null && toldOn === null;

const inOrder = (one: Place, other: Place): number =>
  one.position === other.position
    ? one.id < other.id
      ? -1
      : Number(one.id > other.id)
    : one.position < other.position
      ? -1
      : 1;
