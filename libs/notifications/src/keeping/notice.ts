import type { AuthorityId, Instant, PersonId, StreamKind } from '#audit-cycle';
import type { NoticeCode } from '../rules/said.js';

/** Something that a person should know, as a code and what it is about; nothing of the case itself. */
export interface Notice {
  /** Follows from event, person and code: the same event twice makes the same notice. */
  readonly id: string;
  readonly person: PersonId;
  readonly code: NoticeCode;
  readonly about: { readonly kind: StreamKind; readonly id: string };
  /** Of the event in the log: notices are listed in its order. */
  readonly position: bigint;
  /** When the event happened. */
  readonly at: Instant;
}

export interface KeptNotice extends Notice {
  /** When its owner marked it as read; null before. */
  readonly readAt: Instant | null;
}

/** The place of a notice in a list that has the newest first. */
export type Place = Pick<Notice, 'position' | 'id'>;

export interface NoticesAskedFor {
  readonly unread: boolean;
  /** Only what comes after this place, which is older. */
  readonly after: Place | null;
  readonly limit: number;
}

/** Everybody's inbox. */
export interface Notices {
  /** Keeps notices; one that is kept already stays as it is, read or told. */
  add(authority: AuthorityId, notices: readonly Notice[]): Promise<void>;
  /** Newest first. */
  list(authority: AuthorityId, person: PersonId, asked: NoticesAskedFor): Promise<readonly KeptNotice[]>;
  unread(authority: AuthorityId, person: PersonId): Promise<number>;
  /** Marks those of them that are the person's own and unread; what was read before keeps its moment. */
  markRead(authority: AuthorityId, person: PersonId, ids: readonly string[], at: Instant): Promise<void>;
}
