import { describe, expect, it } from '@jest/globals';
import { derivedId, MemoryConsumerCheckpoints } from '#event-log';
import type { KeptNotice, Notice } from '../keeping/notice.js';
import { MemoryNotices } from '../testing/memory-notices.js';
import { RecordOfPeople, SHIRE } from '../testing/record-of-people.js';
import { NoticeWriter } from './notice-writer.js';

const AUDIT = derivedId('audit');

const inboxOf = (notices: MemoryNotices, person: string): Promise<readonly KeptNotice[]> =>
  notices.list(SHIRE, person, { unread: false, after: null, limit: 100 });

async function begin(): Promise<{ record: RecordOfPeople; ana: string; lead: string }> {
  const record = new RecordOfPeople();
  const ana = await record.person('ana');
  const lead = await record.person('qa-lead');
  await record.happened(
    'case-audit',
    AUDIT,
    ['CaseSelected', { child: 'C-77' }],
    ['AuditorAllocated', { auditor: ana }],
    ['ConflictDeclared', { person: ana, as: 'auditor' }],
  );
  return { record, ana, lead };
}

describe('the writer of notices', () => {
  it('makes one notice of an event that it sees twice, under the same id', async () => {
    const { record, ana, lead } = await begin();
    const notices = new MemoryNotices();
    const report = (): void => undefined;
    const once = new NoticeWriter({
      ...{ log: record.log, checkpoints: new MemoryConsumerCheckpoints(), notices, report },
    });
    await once.catchUp(SHIRE);
    const [first, theLead] = [await inboxOf(notices, ana), await inboxOf(notices, lead)];
    expect(first.map(({ code }) => code)).toEqual(['audit-taken-away', 'audit-to-do']);
    expect(theLead.map(({ code }) => code)).toEqual(['conflict-declared']);
    // Another process, whose checkpoint was never kept, and a lead who came since.
    await record.person('qa-lead 2');
    await new NoticeWriter({
      ...{ log: record.log, checkpoints: new MemoryConsumerCheckpoints(), notices, report },
    }).catchUp(SHIRE);
    expect(await inboxOf(notices, ana)).toEqual(first);
    expect(await inboxOf(notices, lead)).toEqual(theLead);
    expect(await inboxOf(notices, derivedId('person', 'qa-lead 2'))).toEqual([]);
  });

  it('goes on where it stopped when keeping notices fails in the middle, and loses none', async () => {
    const { record, ana } = await begin();
    class FailsOnce extends MemoryNotices {
      private failed = false;
      override async add(authority: string, some: readonly Notice[]): Promise<void> {
        await super.add(authority, this.failed ? some : some.slice(0, 1));
        if (this.failed) return;
        this.failed = true;
        throw new Error('The database is away');
      }
    }
    const notices = new FailsOnce();
    const parts = {
      log: record.log,
      checkpoints: new MemoryConsumerCheckpoints(),
      notices,
      report: () => undefined,
    };
    await expect(new NoticeWriter(parts).catchUp(SHIRE)).rejects.toThrow('The database is away');
    await new NoticeWriter(parts).catchUp(SHIRE);
    expect(await inboxOf(notices, ana)).toHaveLength(2);
  });

  it('tells nothing to whoever has left by then', async () => {
    const { record, ana } = await begin();
    await record.happened('person', ana, ['PersonLeft', { on: '2026-06-14' }]);
    await record.happened('improvement-action', derivedId('action'), ['ActionSet', { owner: ana }]);
    const notices = new MemoryNotices();
    const checkpoints = new MemoryConsumerCheckpoints();
    await new NoticeWriter({ log: record.log, checkpoints, notices, report: () => undefined }).catchUp(SHIRE);
    expect((await inboxOf(notices, ana)).map(({ code }) => code)).toEqual([
      'audit-taken-away',
      'audit-to-do',
    ]);
  });

  it('reads who works here once for many events, and knows at each of them who had come by then', async () => {
    const { record, ana } = await begin();
    const ben = derivedId('person', 'ben');
    const give = (owner: string, name: string): Promise<void> =>
      record.happened('improvement-action', derivedId('action', name), ['ActionSet', { owner }]);
    await give(ben, 'too early');
    await record.person('ben');
    for (let n = 0; n < 50; n += 1) await give(n % 2 === 0 ? ana : ben, String(n));
    let read = 0;
    const readAll = record.log.readAll.bind(record.log);
    record.log.readAll = (authority, options) => {
      if (options?.filter?.kinds?.includes('person')) read += 1;
      return readAll(authority, options);
    };
    const notices = new MemoryNotices();
    const checkpoints = new MemoryConsumerCheckpoints();
    await new NoticeWriter({ log: record.log, checkpoints, notices, report: () => undefined }).catchUp(SHIRE);
    expect(await inboxOf(notices, ben)).toHaveLength(25);
    expect(await inboxOf(notices, ana)).toHaveLength(27);
    expect(read).toBe(1);
  });

  it('follows an authority that comes while it runs', async () => {
    const record = new RecordOfPeople();
    const stop = new AbortController();
    const arrived = Promise.withResolvers<readonly Notice[]>();
    class Watched extends MemoryNotices {
      override async add(authority: string, some: readonly Notice[]): Promise<void> {
        await super.add(authority, some);
        if (some.length > 0) arrived.resolve(some);
      }
    }
    const checkpoints = new MemoryConsumerCheckpoints();
    const writer = new NoticeWriter({
      log: record.log,
      checkpoints,
      notices: new Watched(),
      report: () => undefined,
    });
    const running = writer.run(stop.signal);
    const ana = await record.person('ana');
    await record.happened('improvement-action', derivedId('action'), ['ActionSet', { owner: ana }]);
    expect(await arrived.promise).toMatchObject([{ person: ana, code: 'action-to-do' }]);
    stop.abort();
    await running;
  });
});
