import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROLES, type PersonId } from '#audit-cycle';
import { authorityStreamId, setUpAuthority } from '#authority-setup';
import { derivedId } from '#event-log';
import { IdentityModule, TrialHeader, type PeopleDirectory } from '#identity';
import { MemoryPeopleNames } from '#identity/testing';
import { createHttpApp, openLog } from '#platform';
import { characteristicsInMemory } from '#population/testing';
import { captureModule } from '../capture.module.js';
import { AuthorityAtWork } from './authority-at-work.js';

export const OTHER_AUTHORITY = 'southshire';
/** Holds every role, in `OTHER_AUTHORITY` alone. */
export const STRANGER = '00000000-0000-4000-8000-0000000000ff';
/** Holds every role, in the authority at work. */
export const CHIEF = '00000000-0000-4000-8000-0000000000fe';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // What a test reads of an answer is told by the test.
  readonly body: Record<string, never> & Answer;
}

interface Answer {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
  readonly code: string;
  readonly errors: readonly { readonly path: string }[];
}

/** The command API over the authority at work: the same application as outside, on a log in memory. */
export class CaptureApp {
  private readonly stop = new AbortController();
  readonly logged: string[] = [];

  private constructor(
    readonly work: AuthorityAtWork,
    readonly names: MemoryPeopleNames,
    readonly http: NestFastifyApplication,
    private readonly running: (signal: AbortSignal) => Promise<void>,
  ) {}

  /** `views`: whether the views say that they caught up. */
  static async begin(views: () => boolean = () => true): Promise<CaptureApp> {
    const work = await AuthorityAtWork.begin();
    await setUpAuthority(work.gateway, {
      authority: OTHER_AUTHORITY,
      name: 'Southshire',
      clock: 'simulated',
    });
    await staff(work, OTHER_AUTHORITY, STRANGER);
    await staff(work, work.authority, CHIEF);
    const names = new MemoryPeopleNames();
    const { gateway, log, blobs } = work;
    const characteristics = characteristicsInMemory();
    const parts = {
      gateway,
      log,
      blobs,
      characteristics,
      names,
      views: { waitForPosition: async () => views() },
    };

    @Module({})
    class App {}
    const module: DynamicModule = {
      module: App,
      imports: [IdentityModule.forRoot(new TrialHeader(directoryOf(work))), captureModule(parts)],
    };
    const http = await createHttpApp(module, { log: openLog('silent') });
    const app = new CaptureApp(work, names, http, (signal) => gateway.run(signal));
    app.following = app.running(app.stop.signal);
    return app;
  }

  private following: Promise<void> = Promise.resolve();

  async end(): Promise<void> {
    this.stop.abort();
    await this.following;
    await this.http.close();
  }

  get(person: PersonId, url: string, authority = this.work.authority): Promise<Answered> {
    return this.send('GET', person, url, undefined, {}, authority);
  }

  post(
    person: PersonId,
    url: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
    authority = this.work.authority,
  ): Promise<Answered> {
    return this.send('POST', person, url, body, headers, authority);
  }

  /** Sends text as JSON as it is, anything else as the JSON of it. */
  async send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    person: PersonId,
    url: string,
    body: unknown,
    headers: Readonly<Record<string, string>>,
    authority: string,
  ): Promise<Answered> {
    const answer = await this.http.inject({
      method,
      url,
      headers: {
        'x-touchstone-authority': authority,
        'x-touchstone-person': person,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: payloadOf(body) }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: (answer.body === '' ? {} : answer.json()) as Answered['body'],
    };
  }

  /** How many events the authority has: what was refused must not add to it. */
  head(): Promise<bigint> {
    return this.work.log.head(this.work.authority);
  }
}

const payloadOf = (body: unknown): string | Buffer =>
  typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);

async function staff({ gateway }: AuthorityAtWork, authority: string, person: PersonId): Promise<void> {
  const actor = { person: 'testing', roles: [], process: 'testing' };
  for (const [n, command] of [
    { type: 'Join', on: '2026-01-05' } as const,
    { type: 'GiveRoles', roles: ROLES } as const,
  ].entries()) {
    const commandId = derivedId('staff', authority, person, String(n));
    const answer = await gateway.execute({
      authority,
      actor,
      commandId,
      order: { kind: 'person', id: person, command },
    });
    if (!answer.ok) throw new Error(answer.refusal.message);
  }
}

export const directoryOf = ({ gateway }: AuthorityAtWork): PeopleDirectory => ({
  find: async (authority, person) => {
    const { streams } = gateway.lookups;
    const { state: about } = await streams.load(authority, 'authority', authorityStreamId(authority));
    const { state } = await streams.load(authority, 'person', person);
    return about.registered === null || state.joined === null || state.left !== null
      ? null
      : { roles: state.roles, simulatedClock: about.registered.clock === 'simulated' };
  },
});

const BOUNDARY = 'boundary-of-a-test';

/** A form with one file. */
export function form(
  file: Uint8Array,
  fields: Readonly<Record<string, string>>,
  fileName = 'lists.xlsx',
): { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> } {
  const part = (about: string): Buffer =>
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${about}\r\n\r\n`);
  const end = Buffer.from('\r\n');
  const body = Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => [part(`name="${name}"`), Buffer.from(value), end]),
    part(`name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream`),
    file,
    end,
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ]);
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } };
}
