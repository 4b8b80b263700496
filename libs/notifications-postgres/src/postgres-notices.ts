import type { AuthorityId, Instant, IsoDate, PersonId, StreamKind } from '#audit-cycle';
import type {
  Claim,
  DigestFor,
  Digests,
  KeptNotice,
  Notice,
  NoticeCode,
  Notices,
  NoticesAskedFor,
} from '#notifications';
import { inTransaction, type Pool, type PoolClient } from '#postgres';

interface Row {
  readonly id: string;
  readonly person: string;
  readonly code: NoticeCode;
  readonly about_kind: StreamKind;
  readonly about_id: string;
  readonly position: string;
  readonly at: Date;
  readonly read_at: Date | null;
}

const COLUMNS = 'id, person, code, about_kind, about_id, position::text as position, at, read_at';

/** Inboxes and digests in tables of their own, beside the log. Needs the role touchstone_append. */
export class PostgresNotices implements Notices, Digests {
  constructor(private readonly pool: Pool) {}

  async add(authority: AuthorityId, notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    const column = (of: (notice: Notice) => string): readonly string[] => notices.map(of);
    await this.query(
      authority,
      `insert into notice (authority, id, person, code, about_kind, about_id, position, at)
       select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::bigint[], $8::timestamptz[])
       on conflict (authority, id) do nothing`,
      [
        column(({ id }) => id),
        column(({ person }) => person),
        column(({ code }) => code),
        column(({ about }) => about.kind),
        column(({ about }) => about.id),
        column(({ position }) => String(position)),
        column(({ at }) => at),
      ],
    );
  }

  async list(
    authority: AuthorityId,
    person: PersonId,
    asked: NoticesAskedFor,
  ): Promise<readonly KeptNotice[]> {
    const { unread, after, limit } = asked;
    const rows = await this.query<Row>(
      authority,
      `select ${COLUMNS} from notice
        where authority = $1 and person = $2 and (not $3 or read_at is null)
          and ($4::bigint is null or (position, id) < ($4::bigint, $5::uuid))
        order by notice.position desc, id desc limit $6`,
      [person, unread, after === null ? null : String(after.position), after?.id ?? null, limit],
    );
    return rows.map(noticeOf);
  }

  async unread(authority: AuthorityId, person: PersonId): Promise<number> {
    const rows = await this.query<{ unread: number }>(
      authority,
      'select count(*)::int as unread from notice where authority = $1 and person = $2 and read_at is null',
      [person],
    );
    return rows[0]!.unread;
  }

  async markRead(
    authority: AuthorityId,
    person: PersonId,
    ids: readonly string[],
    at: Instant,
  ): Promise<void> {
    await this.query(
      authority,
      `update notice set read_at = $4
        where authority = $1 and person = $2 and id = any($3::uuid[]) and read_at is null`,
      [person, ids, at],
    );
  }

  async waiting(authority: AuthorityId, day: IsoDate, now: Instant): Promise<readonly PersonId[]> {
    const rows = await this.query<{ person: string }>(
      authority,
      `select distinct person::text from notice
        where authority = $1 and read_at is null and told_on is null
          and not exists (
            select from notice_digest as taken
             where taken.authority = $1 and taken.person = notice.person and taken.day = $2
               and not (taken.state = 'put-off' and taken.retry_at <= $3))
        order by person`,
      [day, now],
    );
    return rows.map(({ person }) => person);
  }

  /** Two who claim at once meet at the row's key: the second waits for the first, and finds it claimed. */
  async claim(authority: AuthorityId, { person, day }: DigestFor, now: Instant): Promise<Claim | null> {
    return inTransaction(this.pool, authority, async (client) => {
      const { rows } = await client.query<Row>(
        `select ${COLUMNS} from notice
          where authority = $1 and person = $2 and read_at is null and told_on is null
          order by notice.position, id`,
        [authority, person],
      );
      if (rows.length === 0) return null;
      const attempt = await claimed(client, [authority, person, day, now]);
      return attempt === null ? null : { person, day, attempt, notices: rows.map(noticeOf) };
    });
  }

  async sent(authority: AuthorityId, { person, day, notices }: Claim, now: Instant): Promise<void> {
    await inTransaction(this.pool, authority, async (client) => {
      await client.query('update notice set told_on = $3 where authority = $1 and id = any($2::uuid[])', [
        authority,
        notices.map(({ id }) => id),
        day,
      ]);
      await client.query(
        `update notice_digest set state = 'sent', retry_at = $4 where authority = $1 and person = $2 and day = $3`,
        [authority, person, day, now],
      );
    });
  }

  async putOff(authority: AuthorityId, { person, day }: Claim, retryAt: Instant): Promise<void> {
    await this.query(
      authority,
      `update notice_digest set state = 'put-off', retry_at = $4 where authority = $1 and person = $2 and day = $3`,
      [person, day, retryAt],
    );
  }

  /** One statement; `$1` is the authority. */
  private query<R extends object>(
    authority: AuthorityId,
    sql: string,
    values: readonly unknown[],
  ): Promise<R[]> {
    return inTransaction(this.pool, authority, async (client) => {
      const { rows } = await client.query<R>(sql, [authority, ...values]);
      return rows;
    });
  }
}

async function claimed(client: PoolClient, digest: readonly string[]): Promise<number | null> {
  const { rows } = await client.query<{ attempt: number }>(
    `insert into notice_digest (authority, person, day, state, attempt, retry_at) values ($1, $2, $3, 'claimed', 1, $4)
     on conflict (authority, person, day) do update
       set state = 'claimed', attempt = notice_digest.attempt + 1
       where notice_digest.state = 'put-off' and notice_digest.retry_at <= $4
     returning attempt`,
    [...digest],
  );
  return rows[0]?.attempt ?? null;
}

const noticeOf = (row: Row): KeptNotice => ({
  id: row.id,
  person: row.person,
  code: row.code,
  about: { kind: row.about_kind, id: row.about_id },
  position: BigInt(row.position),
  at: row.at.toISOString(),
  readAt: row.read_at?.toISOString() ?? null,
});
