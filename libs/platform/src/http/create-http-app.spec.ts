import { Body, Controller, Get, Module, Param, Post, Req } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { Open } from '../access/open.js';
import { Text } from '../fields/text.js';
import { Uuid } from '../fields/uuid.js';
import { readUpload, TakesFiles } from '../input/upload.js';
import { openLog } from '../log/log.js';
import { Problem } from '../problem/problem.js';
import { createHttpApp } from './create-http-app.js';

class Note {
  @Text() text!: string;
}

class ById {
  @Uuid() id!: string;
}

const failures: Readonly<Record<string, () => Error>> = {
  bug: () => new Error('password=hunter2 of Ama'),
  busy: () => Object.assign(new Error('The log of secret is busy'), { code: 'LOG_BUSY' }),
  away: () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  down: () => Object.assign(new Error('the database system is shutting down'), { code: '57P01' }),
  wrapped: () => Object.assign(new Error('QueryFailedError'), { driverError: { code: '08006' } }),
  full: () => Object.assign(new Error('could not extend file'), { code: '53100' }),
  lost: () => Object.assign(new Error('no such file: /secret'), { code: 'ENOENT', syscall: 'open' }),
  data: () => Object.assign(new Error('invalid input syntax: "Ama was hurt"'), { code: '22P02' }),
};

@Open('for this test')
@Controller('v1')
class Notes {
  @Post('notes')
  write(@Body() note: Note): Note {
    return note;
  }

  @Get('notes/:id')
  read(@Param() { id }: ById): object {
    if (id.endsWith('f'))
      throw new Problem(412, 'revision-mismatch', 'Load it again.', { headers: { etag: '"3"' } });
    return { id };
  }

  @Get('failures/:kind')
  fail(@Param('kind') kind: string): never {
    throw failures[kind]!();
  }

  @TakesFiles()
  @Post('files')
  async file(@Req() request: FastifyRequest): Promise<object> {
    const { bytes, ...about } = await readUpload(request);
    return { ...about, size: bytes.length };
  }
}

@Module({ controllers: [Notes] })
class Features {}

const logged: string[] = [];
let ready = true;
let whole = true;
let app: NestFastifyApplication;

beforeAll(async () => {
  app = await createHttpApp(Features, {
    log: openLog('info', { write: (line) => void logged.push(line) }),
    readiness: [
      { name: 'database', check: () => (ready ? Promise.resolve() : Promise.reject(new Error('no'))) },
      {
        name: 'views',
        needed: false,
        check: () => (whole ? Promise.resolve() : Promise.reject(new Error('no'))),
      },
    ],
  });
});
afterAll(() => app.close());

const json = { 'content-type': 'application/json' };
const post = (payload: string | Buffer, headers: Record<string, string> = json) =>
  app.inject({ method: 'POST', url: '/v1/notes', payload, headers });

const form = (...parts: readonly string[]) => ({
  method: 'POST' as const,
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  payload: `${parts.map((part) => `--b\r\ncontent-disposition: form-data; ${part}\r\n`).join('')}--b--\r\n`,
});

describe('an application over HTTP', () => {
  it('answers with headers that keep browsers and caches from doing harm, and says nothing of what it is made of', async () => {
    const { headers, statusCode } = await post('{"text":"x"}');
    expect(statusCode).toBe(201);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
      'request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  it.each([
    ['{"text":"x","role":"administrator"}', 400, 'invalid-input'],
    ['[{"text":"x"}]', 400, 'invalid-input'],
    ['', 400, 'invalid-input'],
    ['{"text":"x","text":"y"}', 400, 'member-twice'],
    ['{"text":"x","__proto__":{}}', 400, 'member-not-allowed'],
    ['{"text":', 400, 'malformed-json'],
    [`{"text":"${'x'.repeat(20_001)}"}`, 400, 'invalid-input'],
    [`{"text":"${'x'.repeat(10 * 1024 * 1024)}"}`, 413, 'body-too-large'],
  ])('refuses the body %.40s', async (body, status, code) => {
    const answer = await post(body);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({ status, code, type: `urn:touchstone:problem:${code}` });
    expect(answer.json<{ request: string }>().request).toBe(answer.headers['request-id']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=b',
    'application/xml',
  ])('refuses a body of %s where JSON is meant', async (type) => {
    expect((await post('text=x', { 'content-type': type })).statusCode).toBe(415);
  });

  it.each(['?asOf=2026-01-01', '?limit=1&after=x', '?__proto__=x', '?asOf'])(
    'refuses %s where no such parameter is read',
    async (query) => {
      for (const url of ['/v1/health/live', '/v1/notes/0197a000-0000-7000-8000-00000000000a']) {
        const answer = await app.inject(url + query);
        expect([answer.statusCode, answer.json()]).toEqual([
          400,
          expect.objectContaining({ code: 'invalid-input', errors: expect.any(Array) }),
        ]);
      }
    },
  );

  it('takes no request id and no address of a client from headers', async () => {
    const headers = { ...json, 'request-id': 'mine', 'x-request-id': 'mine', 'x-forwarded-for': '1.2.3.4' };
    expect((await post('{"text":"x"}', headers)).headers['request-id']).not.toBe('mine');
  });

  it('answers an address that does not exist, and one that cannot be read, with a problem that does not repeat it', async () => {
    for (const url of [
      '/v1/secret-address',
      '/v1/notes/%00',
      '/v1/notes/%zz',
      `/v1/notes/${'x'.repeat(300)}`,
    ]) {
      const answer = await app.inject(url);
      expect([400, 404, 414]).toContain(answer.statusCode);
      expect(answer.json()).toMatchObject({ code: expect.any(String), request: expect.any(String) });
      expect(answer.body).not.toMatch(/secret-address|xxxx/);
    }
  });

  it.each([
    ['bug', 500, 'internal-error'],
    ['lost', 500, 'internal-error'],
    ['data', 500, 'internal-error'],
    ['busy', 503, 'log-busy'],
    ['away', 503, 'database-unreachable'],
    ['down', 503, 'database-unreachable'],
    ['wrapped', 503, 'database-unreachable'],
    ['full', 507, 'disk-full'],
  ])(
    'answers the failure "%s" without telling anything of it, and logs it under the id of the request',
    async (kind, status, code) => {
      const answer = await app.inject(`/v1/failures/${kind}`);
      expect(answer.statusCode).toBe(status);
      expect(answer.json()).toMatchObject({ code });
      expect(answer.body).not.toMatch(/hunter2|stack| {4}at |secret|hurt|syntax/);
      const line = logged.find((text) => text.includes(answer.json<{ request: string }>().request))!;
      expect(JSON.parse(line)).toMatchObject({ code, err: { stack: expect.stringContaining('    at ') } });
      expect(line).not.toMatch(/hurt/);
      if (status === 503) expect(answer.headers['retry-after']).toMatch(/^[15]$/);
    },
  );

  it('logs the route of a request and neither its address nor its body', async () => {
    await app.inject('/v1/notes/0197a000-0000-7000-8000-00000000000a?child=C123');
    await post('{"text":"Ama was hurt"}');
    expect(logged.join('')).toContain('/v1/notes/:id');
    expect(logged.join('')).not.toMatch(/C123|00000000000a|Ama was hurt/);
  });

  it('sends the headers of a problem', async () => {
    const answer = await app.inject('/v1/notes/0197a000-0000-7000-8000-00000000000f');
    expect(answer.statusCode).toBe(412);
    expect(answer.headers['etag']).toBe('"3"');
  });

  it('says that it lives, and is ready only while everything it needs works', async () => {
    expect((await app.inject('/v1/health/live')).json()).toEqual({ status: 'live' });
    expect((await app.inject('/v1/health/ready')).json()).toEqual({ status: 'ready' });
    whole = false;
    const impaired = await app.inject('/v1/health/ready');
    expect(impaired.statusCode).toBe(200);
    expect(impaired.json()).toEqual({ status: 'ready', impaired: ['views'] });
    ready = false;
    const answer = await app.inject('/v1/health/ready');
    ready = true;
    whole = true;
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ code: 'not-ready', failing: ['database'] });
  });

  it('describes itself in OpenAPI 3.1 with the rules that input is checked by', async () => {
    const api = (await app.inject('/v1/openapi.json')).json<{
      openapi: string;
      paths: object;
      components: { schemas: Record<string, object> };
    }>();
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.paths)).toEqual(
      expect.arrayContaining(['/v1/notes', '/v1/health/ready', '/v1/openapi.json']),
    );
    expect(api.components.schemas['Note']).toMatchObject({
      properties: { text: { type: 'string', minLength: 1, maxLength: 20_000 } },
      required: ['text'],
    });
  });
});

describe('a route that takes files', () => {
  const FILE = 'name="file"; filename="list.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\nbytes';
  const send = (...parts: readonly string[]) => app.inject({ url: '/v1/files', ...form(...parts) });

  it('reads one file and the fields around it', async () => {
    const answer = await send('name="asAt"\r\n\r\n2026-03-31', FILE, 'name="b"\r\n\r\nc');
    expect(answer.json()).toEqual({
      fileName: 'list.xlsx',
      fields: { asAt: '2026-03-31', b: 'c' },
      size: 5,
    });
  });

  it.each([
    ['no file', ['name="asAt"\r\n\r\n2026-03-31'], 400, 'file-missing'],
    ['a file in another field', [FILE.replace('"file"', '"other"')], 400, 'file-missing'],
    ['two files', [FILE, FILE], 400, 'file-twice'],
    ['a field twice', ['name="a"\r\n\r\n1', 'name="a"\r\n\r\n2', FILE], 400, 'field-twice'],
  ])('refuses %s', async (_, parts, status, code) => {
    const answer = await send(...parts);
    expect([answer.statusCode, answer.json()]).toEqual([status, expect.objectContaining({ code })]);
  });

  it('refuses a file of more than 60 MB', async () => {
    const answer = await send(`${FILE}${'0'.repeat(60 * 1024 * 1024)}`);
    expect(answer.statusCode).toBe(413);
  });

  it('refuses JSON', async () => {
    const answer = await app.inject({ method: 'POST', url: '/v1/files', payload: '{}', headers: json });
    expect(answer.statusCode).toBe(415);
  });
});
