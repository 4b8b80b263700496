import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { PersonId } from '#audit-cycle';
import type { Digests } from '../keeping/digests.js';
import type { Notice, Notices } from '../keeping/notice.js';

const NOW = '2026-06-16T06:00:00.000Z';
const LATER = '2026-06-16T06:05:00.000Z';
const TODAY = '2026-06-16';
const TOMORROW = '2026-06-17';

const aNotice = (person: PersonId, position: bigint): Notice => ({
  id: randomUUID(),
  person,
  code: 'audit-to-do',
  about: { kind: 'case-audit', id: randomUUID() },
  position,
  at: '2026-06-15T10:00:00.000Z',
});

/** What every keeper of inboxes and digests promises. */
export const noticesContract = (adapter: string, underTest: () => Notices & Digests): void => {
  const anAuthority = (): string => `a-${randomUUID()}`;
  const all = { unread: false, after: null, limit: 10 };

  describe(`inboxes, kept by ${adapter}`, () => {
    it('lists the newest first, page by page, and each person has their own', async () => {
      const [authority, ama, sam] = [anAuthority(), randomUUID(), randomUUID()];
      const [first, second, third] = [aNotice(ama, 1n), aNotice(ama, 2n), aNotice(ama, 10n)];
      await underTest().add(authority, [first, second, third, aNotice(sam, 3n)]);
      const kept = (notice: Notice): object => ({ ...notice, readAt: null });
      expect(await underTest().list(authority, ama, all)).toEqual([third, second, first].map(kept));
      expect(await underTest().list(authority, ama, { ...all, after: third, limit: 1 })).toEqual([
        kept(second),
      ]);
      expect(await underTest().list(anAuthority(), ama, all)).toEqual([]);
      expect(await underTest().unread(authority, sam)).toBe(1);
    });

    it('lists notices of one event apart by their ids', async () => {
      const [authority, ama] = [anAuthority(), randomUUID()];
      await underTest().add(authority, [aNotice(ama, 5n), aNotice(ama, 5n), aNotice(ama, 5n)]);
      const [first, second, third] = await underTest().list(authority, ama, all);
      const after = async (place: Notice): Promise<readonly string[]> =>
        (await underTest().list(authority, ama, { ...all, after: place })).map(({ id }) => id);
      expect(await after(first!)).toEqual([second!.id, third!.id]);
      expect(await after(third!)).toEqual([]);
    });

    it('keeps a notice that comes twice once, and as it was read', async () => {
      const [authority, ama] = [anAuthority(), randomUUID()];
      const notice = aNotice(ama, 1n);
      await underTest().add(authority, [notice]);
      await underTest().markRead(authority, ama, [notice.id], NOW);
      await underTest().add(authority, [notice]);
      await underTest().markRead(authority, ama, [notice.id], LATER);
      expect(await underTest().list(authority, ama, all)).toEqual([{ ...notice, readAt: NOW }]);
      expect(await underTest().unread(authority, ama)).toBe(0);
      expect(await underTest().list(authority, ama, { ...all, unread: true })).toEqual([]);
    });

    it('lets nobody read for another person', async () => {
      const [authority, ama] = [anAuthority(), randomUUID()];
      const notice = aNotice(ama, 1n);
      await underTest().add(authority, [notice]);
      await underTest().markRead(authority, randomUUID(), [notice.id], NOW);
      await underTest().markRead(anAuthority(), ama, [notice.id], NOW);
      expect(await underTest().unread(authority, ama)).toBe(1);
    });
  });

  describe(`digests, kept by ${adapter}`, () => {
    const begin = async (positions: readonly bigint[]): Promise<[string, PersonId, readonly Notice[]]> => {
      const [authority, ama] = [anAuthority(), randomUUID()];
      const notices = positions.map((position) => aNotice(ama, position));
      await underTest().add(authority, notices);
      return [authority, ama, notices];
    };
    const idsOf = (claim: { readonly notices: readonly Notice[] } | null): readonly string[] | undefined =>
      claim?.notices.map(({ id }) => id);

    it('are claimed by one alone, however many ask at once', async () => {
      const [authority, person, notices] = await begin([1n, 2n]);
      expect(await underTest().waiting(authority, TODAY, NOW)).toEqual([person]);
      const claims = await Promise.all(
        Array.from({ length: 8 }, () => underTest().claim(authority, { person, day: TODAY }, NOW)),
      );
      const won = claims.filter((claim) => claim !== null);
      expect(won).toHaveLength(1);
      expect(won[0]).toMatchObject({ person, day: TODAY, attempt: 1 });
      expect(idsOf(won[0]!)).toEqual(notices.map(({ id }) => id));
      expect(await underTest().waiting(authority, TODAY, NOW)).toEqual([]);
    });

    it('are sent once a day: what comes after the digest waits for the next, and what was told is told once', async () => {
      const [authority, person] = await begin([1n]);
      const claim = await underTest().claim(authority, { person, day: TODAY }, NOW);
      const late = aNotice(person, 2n);
      await underTest().add(authority, [late]);
      await underTest().sent(authority, claim!, NOW);
      expect(await underTest().waiting(authority, TODAY, LATER)).toEqual([]);
      expect(await underTest().claim(authority, { person, day: TODAY }, LATER)).toBeNull();
      expect(await underTest().waiting(authority, TOMORROW, LATER)).toEqual([person]);
      expect(idsOf(await underTest().claim(authority, { person, day: TOMORROW }, LATER))).toEqual([late.id]);
    });

    it('whose process died are not sent again that day, and lose nothing: the next day tells it', async () => {
      const [authority, person, [notice]] = await begin([1n]);
      await underTest().claim(authority, { person, day: TODAY }, NOW);
      expect(await underTest().claim(authority, { person, day: TODAY }, LATER)).toBeNull();
      expect(idsOf(await underTest().claim(authority, { person, day: TOMORROW }, LATER))).toEqual([
        notice!.id,
      ]);
    });

    it('that were put off can be claimed again from that moment on, and count their attempts', async () => {
      const [authority, person] = await begin([1n]);
      const claim = await underTest().claim(authority, { person, day: TODAY }, NOW);
      await underTest().putOff(authority, claim!, LATER);
      expect(await underTest().waiting(authority, TODAY, NOW)).toEqual([]);
      expect(await underTest().claim(authority, { person, day: TODAY }, NOW)).toBeNull();
      expect(await underTest().waiting(authority, TODAY, LATER)).toEqual([person]);
      expect(await underTest().claim(authority, { person, day: TODAY }, LATER)).toMatchObject({ attempt: 2 });
    });

    it('leave out what was read, and are not made of nothing', async () => {
      const [authority, person, [read, unread]] = await begin([1n, 2n]);
      await underTest().markRead(authority, person, [read!.id], NOW);
      expect(idsOf(await underTest().claim(authority, { person, day: TODAY }, NOW))).toEqual([unread!.id]);
      await underTest().markRead(authority, person, [unread!.id], NOW);
      expect(await underTest().waiting(authority, TOMORROW, NOW)).toEqual([]);
      expect(await underTest().claim(authority, { person, day: TOMORROW }, NOW)).toBeNull();
    });
  });
};
