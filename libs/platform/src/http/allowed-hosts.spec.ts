import { Controller, Get, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Open } from '../access/open.js';
import { openLog } from '../log/log.js';
import { allowedHosts } from './allowed-hosts.js';
import { createHttpApp } from './create-http-app.js';

let done = 0;

@Open('for this test')
@Controller('v1/things')
class Things {
  @Get()
  read(): string {
    return 'read';
  }

  @Post()
  write(): void {
    done += 1;
  }
}

@Module({ controllers: [Things] })
class Features {}

let app: NestFastifyApplication;
beforeAll(async () => {
  const hosts = allowedHosts({ trialSignIn: true, host: 'Touchstone.Local' });
  app = await createHttpApp(Features, { log: openLog('silent'), hosts });
});
afterAll(() => app.close());

const call = (host: string, url = '/v1/things') => app.inject({ url, headers: { host } });

describe('a server with trial sign-in', () => {
  it.each([
    ...['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.0.0.1:80', '[::1]', '[::1]:3000'],
    ...['touchstone.local', 'touchstone.local:8080'],
  ])('answers to %s', async (host) => {
    expect((await call(host)).statusCode).toBe(200);
  });

  it.each([
    ...['evil.example', 'evil.example:3000', 'localhost.evil.example', 'evil.example/localhost', ':3000'],
    ...['localhost:3000@evil.example', 'localhost, evil.example', '127.0.0.2', '::1', 'localhost:port'],
  ])('turns away who calls it "%s"', async (host) => {
    for (const url of ['/v1/things', '/v1/openapi.json', '/no-such-address']) {
      const answer = await call(host, url);
      expect([answer.statusCode, answer.json()]).toEqual([
        421,
        expect.objectContaining({ code: 'host-not-allowed' }),
      ]);
    }
  });

  it('does nothing that it is told under another name', async () => {
    const headers = { host: 'evil.example', 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/v1/things', headers, payload: '{}' });
    expect([answer.statusCode, done]).toEqual([421, 0]);
  });
});

describe('the names by which a server may be called', () => {
  it.each([
    [true, '0.0.0.0', null],
    [true, '::', null],
    [false, 'localhost', null],
    [true, 'localhost', ['localhost', '127.0.0.1', '[::1]']],
    [true, 'fd00::7', ['localhost', '127.0.0.1', '[::1]', '[fd00::7]']],
    [true, '192.168.0.7', ['localhost', '127.0.0.1', '[::1]', '192.168.0.7']],
  ])('with trial sign-in %j at %s are %j', (trialSignIn, host, names) => {
    const allowed = allowedHosts({ trialSignIn, host });
    expect(allowed === null ? null : [...allowed]).toEqual(names);
  });
});
