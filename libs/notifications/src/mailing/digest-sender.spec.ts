import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { derivedId, MemoryConsumerCheckpoints } from '#event-log';
import { MemoryPeopleNames } from '#identity/testing';
import { NoticeWriter } from '../following/notice-writer.js';
import { MailServer } from '../testing/mail-server.js';
import { MemoryNotices } from '../testing/memory-notices.js';
import { RecordOfPeople } from '../testing/record-of-people.js';
import { DigestSender } from './digest-sender.js';
import { SmtpMailer } from './smtp-mailer.js';

const SHIRE = 'shire';
const [ana, ben, cat] = ['ana', 'ben', 'cat'].map((name) => derivedId('person', name)) as [
  string,
  string,
  string,
];
const AUDIT = derivedId('audit');

let server: MailServer;
let mailer: SmtpMailer;
let notices: MemoryNotices;
let names: MemoryPeopleNames;
let now: string;
let reported: object[];
let position = 0n;

beforeEach(async () => {
  server = await MailServer.begin();
  mailer = mailerAt(server.port);
  [notices, names, reported] = [new MemoryNotices(), new MemoryPeopleNames(), []];
  now = '2026-06-16T06:00:00.000Z';
  for (const [person, address] of [
    [ana, 'ana@shire.example'],
    [ben, 'ben@shire.example'],
    [cat, null],
  ] as const) {
    await names.give(SHIRE, person, { name: 'Somebody', caseSystemName: null });
    await names.giveAddress(SHIRE, person, address);
  }
});

afterEach(async () => {
  mailer.close();
  await server.end();
});

const mailerAt = (port: number): SmtpMailer =>
  new SmtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'touchstone@shire.example' });

const sender = (hour = 7): DigestSender =>
  new DigestSender({
    ...{ digests: notices, names, mailer, hour, publicUrl: 'https://qa.shire.example' },
    authorities: async () => [SHIRE],
    directory: { find: async (_, person) => (person === LEFT ? null : { roles: [], simulatedClock: false }) },
    clock: () => new Date(now),
    report: (line, about) => reported.push({ line, ...about }),
  });

const LEFT = derivedId('person', 'left');

const tell = async (...people: readonly string[]): Promise<void> => {
  position += 1n;
  await notices.add(
    SHIRE,
    people.map((person) => ({
      ...{ id: derivedId('notice', person, String(position)), person, position },
      code: 'audit-to-do' as const,
      about: { kind: 'case-audit' as const, id: AUDIT },
      at: '2026-06-15T10:00:00.000Z',
    })),
  );
};

const receivers = (): readonly string[] => server.received.flatMap(({ to }) => to);

describe('the daily digest, through a mail server', () => {
  it('is one mail a person and day, of sentences and links, however many notices there are and rounds are made', async () => {
    await tell(ana);
    await tell(ana, cat);
    await sender().round();
    await sender().round();
    expect(receivers()).toEqual(['ana@shire.example']);
    const [{ from, message }] = server.received as [(typeof server.received)[0]];
    expect(from).toBe('touchstone@shire.example');
    expect(message).toContain('Subject: Touchstone: 2 new notices');
    expect(message).toContain('A case was allocated to you to audit. (2 times)');
    expect(message.replaceAll('=\r\n', '')).toContain(`https://qa.shire.example/v1/audits/${AUDIT}`);
    await tell(ana);
    now = '2026-06-17T06:00:00.000Z';
    await sender().round();
    expect(receivers()).toEqual(['ana@shire.example', 'ana@shire.example']);
    expect(server.received[1]?.message).toContain('Subject: Touchstone: one new notice');
  });

  it('says of a measure that somebody has to look into the cases behind it, and where it is looked at', async () => {
    const [record, measure] = [new RecordOfPeople(), derivedId('measure')];
    const leader = await record.person('service-leader');
    await names.give(SHIRE, leader, { name: 'Somebody', caseSystemName: null });
    await names.giveAddress(SHIRE, leader, 'leader@shire.example');
    await record.happened(
      'measure',
      measure,
      ['MeasureDefined', { ref: '3.3' }],
      ['ReviewRequested', { why: 'threshold-breached' }],
    );
    const [checkpoints, report] = [new MemoryConsumerCheckpoints(), () => undefined];
    await new NoticeWriter({ log: record.log, checkpoints, notices, report }).catchUp(SHIRE);
    await sender().round();
    expect(receivers()).toEqual(['leader@shire.example']);
    const message = server.received[0]!.message.replaceAll('=\r\n', '');
    expect(message).toContain('A review of a measure was asked for');
    expect(message).toContain(`https://qa.shire.example/v1/measures/${measure}`);
  });

  it.each([
    ['2026-06-16T05:59:59.999Z', 0],
    ['2026-06-16T06:00:00.000Z', 1],
    ['2026-12-16T06:59:59.999Z', 0],
    ['2026-12-16T07:00:00.000Z', 1],
  ])('goes out from seven in London on: at %s there are %d mails', async (moment, mails) => {
    await tell(ana);
    now = moment;
    await sender().round();
    expect(server.received).toHaveLength(mails);
  });

  it('goes out once when two processes send at the same moment', async () => {
    await tell(ana, ben);
    await Promise.all([sender().round(), sender().round(), sender().round()]);
    expect([...receivers()].sort()).toEqual(['ana@shire.example', 'ben@shire.example']);
  });

  it('does not go to somebody who has left', async () => {
    await names.give(SHIRE, LEFT, { name: 'Gone', caseSystemName: null });
    await names.giveAddress(SHIRE, LEFT, 'gone@shire.example');
    await tell(LEFT);
    await sender().round();
    expect(receivers()).toEqual([]);
  });

  it('that the server refuses is tried again, later and later, and is not lost', async () => {
    await tell(ana);
    server.behaviour = 'refuses-receiver';
    await sender().round();
    now = '2026-06-16T06:00:59.000Z';
    await sender().round();
    expect(reported).toMatchObject([{ person: ana, attempt: 1, why: expect.stringContaining('550') }]);
    expect(JSON.stringify(reported)).not.toContain('@');
    now = '2026-06-16T06:01:00.000Z';
    await sender().round();
    expect(reported).toMatchObject([{ attempt: 1 }, { attempt: 2 }]);
    server.behaviour = 'takes';
    now = '2026-06-16T06:02:59.000Z';
    await sender().round();
    expect(receivers()).toEqual([]);
    now = '2026-06-16T06:03:00.000Z';
    await sender().round();
    expect(receivers()).toEqual(['ana@shire.example']);
  });

  it('waits while the server is away, for everybody, and goes out when it is back', async () => {
    await tell(ana, ben);
    const { port } = server;
    await server.end();
    await sender().round();
    expect(reported).toMatchObject([{ attempt: 1, why: expect.stringContaining('TOUCHSTONE_SMTP') }]);
    server = await MailServer.begin({ port });
    now = '2026-06-16T06:05:00.000Z';
    await sender().round();
    expect([...receivers()].sort()).toEqual(['ana@shire.example', 'ben@shire.example']);
  });

  it('that the server took and could not keep is tried again on the same day', async () => {
    await tell(ana, ben);
    server.behaviour = 'refuses-text';
    await sender().round();
    expect(reported).toMatchObject([{ why: expect.stringContaining('452') }, { attempt: 1 }]);
    server.behaviour = 'takes';
    now = '2026-06-16T06:01:00.000Z';
    await sender().round();
    expect([...receivers()].sort()).toEqual(['ana@shire.example', 'ben@shire.example']);
  });

  it("that is not sent by midnight is the next day's: nobody gets two mails on one day", async () => {
    await tell(ana, ben);
    now = '2026-06-16T22:59:59.000Z';
    const midnight = '2026-06-16T23:00:01.000Z';
    const claim = notices.claim.bind(notices);
    // The first mail takes until after midnight.
    notices.claim = async (...asked) => {
      const claimed = await claim(...asked);
      now = midnight;
      return claimed;
    };
    await sender().round();
    expect(receivers()).toHaveLength(1);
    now = '2026-06-17T06:00:00.000Z';
    await sender().round();
    expect([...receivers()].sort()).toEqual(['ana@shire.example', 'ben@shire.example']);
  });

  it('asks machines not to answer it', async () => {
    await tell(ana);
    await sender().round();
    expect(server.received[0]?.message).toContain('Auto-Submitted: auto-generated');
  });

  it('whose line broke after the text went out is not sent twice that day; the next day tells it again', async () => {
    await tell(ana);
    server.behaviour = 'breaks';
    await sender().round();
    expect(reported).toHaveLength(1);
    server.behaviour = 'takes';
    now = '2026-06-16T20:00:00.000Z';
    await sender().round();
    expect(receivers()).toEqual(['ana@shire.example']);
    now = '2026-06-17T06:00:00.000Z';
    await sender().round();
    expect(receivers()).toEqual(['ana@shire.example', 'ana@shire.example']);
  });
});

describe('a mail server that is set up wrongly', () => {
  const problemAt = async (url: string): Promise<string | null> => {
    const wrong = new SmtpMailer({ url, from: 'touchstone@shire.example' });
    try {
      return await wrong.problem();
    } finally {
      wrong.close();
    }
  };

  it('is not there, and the error names the setting', async () => {
    const { port } = server;
    await server.end();
    expect(await problemAt(`smtp://127.0.0.1:${port}`)).toMatch(/TOUCHSTONE_SMTP .*host and port/);
    server = await MailServer.begin();
  });

  it('does not accept the password, which the error does not repeat', async () => {
    const closed = await MailServer.begin({ password: 'right' });
    try {
      expect(await problemAt(`smtp://touchstone:right@127.0.0.1:${closed.port}`)).toBeNull();
      const problem = await problemAt(`smtp://touchstone:wr%40ng@127.0.0.1:${closed.port}`);
      expect(problem).toMatch(/user or the password in TOUCHSTONE_SMTP/);
      expect(problem).not.toMatch(/wr(@|%40)ng/);
    } finally {
      await closed.end();
    }
  });

  it('offers no encryption, and is not this machine: nothing is sent to it in clear', async () => {
    expect(await problemAt(`smtp://127.0.0.1:${server.port}`)).toBeNull();
    const elsewhere = new SmtpMailer({
      url: `smtp://0.0.0.0:${server.port}`,
      from: 'touchstone@shire.example',
    });
    const sending = await elsewhere.send({ to: 'ana@shire.example', subject: 'x', text: 'y' });
    elsewhere.close();
    expect(sending).toMatchObject({ outcome: 'no-server', why: expect.stringMatching(/encryption/) });
    expect(server.received).toEqual([]);
  });
});
