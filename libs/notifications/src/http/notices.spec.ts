import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '#audit-cycle';
import { derivedId } from '#event-log';
import { IdentityModule, type ActingPersonSource } from '#identity';
import { MemoryPeopleNames } from '#identity/testing';
import { createHttpApp, openLog } from '#platform';
import { notificationsModule } from '../notifications.module.js';
import { MemoryNotices } from '../testing/memory-notices.js';

const [ana, ben] = [derivedId('person', 'ana'), derivedId('person', 'ben')];
const NOW = '2026-06-16T06:00:00.000Z';
const AUDIT = derivedId('audit');

@Module({})
class App {}

/** Believes the headers `person` and `as`. */
const source: ActingPersonSource = {
  identify: async ({ person, as }) => ({
    ...{ authority: 'shire', person: String(person), simulatedClock: false },
    roles: [String(as) as Role],
  }),
};

let http: NestFastifyApplication;
const notices = new MemoryNotices();
const names = new MemoryPeopleNames();

beforeAll(async () => {
  const parts = { notices, names, clock: () => new Date(NOW) };
  const imports = [IdentityModule.forRoot(source), notificationsModule(parts)];
  const module: DynamicModule = { module: App, imports };
  http = await createHttpApp(module, { log: openLog('silent') });
  await notices.add(
    'shire',
    [ana, ana, ana, ben].map((person, n) => ({
      ...{ id: derivedId('notice', String(n)), person, position: BigInt(n) },
      code: 'audit-to-do' as const,
      about: { kind: 'case-audit' as const, id: AUDIT },
      at: '2026-06-15T10:00:00.000Z',
    })),
  );
});

afterAll(() => http.close());

interface Answered {
  readonly status: number;
  readonly body: Record<string, never> & {
    items: { id: string; readAt: string | null }[];
    next: string;
    unread: number;
  };
}

async function send(
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  person: string,
  payload?: object,
  as = 'auditor',
): Promise<Answered> {
  const answer = await http.inject({
    method,
    url,
    headers: { person, as },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answer.statusCode, body: (answer.body === '' ? {} : answer.json()) as Answered['body'] };
}

describe('the inbox', () => {
  it('shows a person their own notices with a sentence and a link, newest first, in pages', async () => {
    const { status, body } = await send('GET', '/v1/me/notices?limit=2', ana);
    expect(status).toBe(200);
    expect(body).toMatchObject({ unread: 3 });
    expect(body.items[0]).toEqual({
      id: derivedId('notice', '2'),
      code: 'audit-to-do',
      sentence: 'A case was allocated to you to audit.',
      link: `/v1/audits/${AUDIT}`,
      at: '2026-06-15T10:00:00.000Z',
      readAt: null,
    });
    const { body: rest } = await send('GET', `/v1/me/notices?limit=2&after=${body.next}`, ana);
    expect(rest.items.map(({ id }) => id)).toEqual([derivedId('notice', '0')]);
    expect(rest.next).toBeNull();
  });

  it("marks as read what is the person's own, and nothing of others", async () => {
    const ids = [derivedId('notice', '0'), derivedId('notice', '3')];
    expect(await send('POST', '/v1/me/notices/read', ana, { ids })).toMatchObject({
      status: 200,
      body: { unread: 2 },
    });
    expect((await send('GET', '/v1/me/notices?unread=true', ana)).body.items).toHaveLength(2);
    expect((await send('GET', '/v1/me/notices', ben)).body).toMatchObject({
      unread: 1,
      items: [{ readAt: null }],
    });
    expect((await send('GET', '/v1/me/notices', ana)).body.items[2]?.readAt).toBe(NOW);
  });

  it.each(['?limit=0', '?limit=201', '?unread=yes', '?after=12', '?after=x.y', '?person=somebody'])(
    'refuses %s',
    async (query) => {
      expect(await send('GET', `/v1/me/notices${query}`, ana)).toMatchObject({
        status: 400,
        body: { code: 'invalid-input' },
      });
    },
  );

  it.each([{}, { ids: [] }, { ids: ['x'] }, { ids: 'x' }, { ids: Array.from({ length: 201 }, () => AUDIT) }])(
    'refuses to mark %j',
    async (body) => {
      expect((await send('POST', '/v1/me/notices/read', ana, body)).status).toBe(400);
    },
  );
});

describe('the address of a digest', () => {
  const url = `/v1/people/${ana}/mail-address`;
  const address = 'ana@shire.example';

  it('is given by those who keep the directory, to somebody with a name', async () => {
    expect((await send('PUT', url, ben, { address }, 'administrator')).status).toBe(404);
    await names.give('shire', ana, { name: 'Ana', caseSystemName: null });
    expect((await send('PUT', url, ben, { address }, 'auditor')).status).toBe(403);
    expect((await send('PUT', url, ben, { address }, 'administrator')).status).toBe(204);
    expect(await names.addresses('shire')).toEqual(new Map([[ana, address]]));
    expect((await send('PUT', url, ben, { address: null }, 'qa-lead')).status).toBe(204);
    expect(await names.addresses('shire')).toEqual(new Map());
  });

  it.each([{}, { address: 'ana' }, { address: ['a@b.example'] }, { address, more: 1 }])(
    'cannot be %j',
    async (body) => {
      expect((await send('PUT', url, ben, body, 'administrator')).status).toBe(400);
    },
  );
});
