import { Controller, Get, Module, Post, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHttpApp, Open, openLog } from '#platform';
import { Acting } from '../acting/acting.js';
import type { ActingPerson, ActingPersonSource } from '../acting/acting-person.js';
import { NobodySignsIn } from '../acting/nobody-signs-in.js';
import type { PeopleDirectory } from '../acting/people-directory.js';
import { TrialHeader } from '../acting/trial-header.js';
import { IdentityModule } from '../identity.module.js';
import { Policy } from './policy.js';

const AMA = '0197a000-0000-7000-8000-00000000000a';
const directory: PeopleDirectory = {
  find: async (authority, person) =>
    authority === 'shire' && person === AMA ? { roles: ['auditor'], simulatedClock: false } : null,
};

@Controller('declared')
class Declared {
  @Policy({ roles: ['qa-lead'] })
  @Get('for-leads')
  forLeads(): string {
    return 'lead';
  }

  @Policy({ roles: ['qa-lead', 'auditor'] })
  @Get('for-auditors')
  forAuditors(@Acting() { person, authority, roles }: ActingPerson): object {
    return { person, authority, roles };
  }

  @Policy({ roles: 'any' })
  @Get('for-everybody-here')
  forEverybodyHere(): string {
    return 'here';
  }

  @Open('for this test')
  @Get('for-anybody')
  forAnybody(): string {
    return 'anybody';
  }
}

@Controller('undeclared')
class Undeclared {
  @Policy({ roles: 'any' })
  @Get()
  declared(): string {
    return 'declared';
  }

  @Post()
  forgotten(): string {
    return 'forgotten';
  }
}

const features = (source: ActingPersonSource, ...controllers: Type[]): DynamicModule => {
  @Module({})
  class Features {}
  return { module: Features, imports: [IdentityModule.forRoot(source)], controllers };
};

let app: NestFastifyApplication | undefined;
afterEach(() => app?.close());

const start = async (source: ActingPersonSource, ...controllers: Type[]): Promise<NestFastifyApplication> =>
  (app = await createHttpApp(features(source, ...controllers), { log: openLog('silent') }));

const SIGNED_IN = { 'x-touchstone-authority': 'shire', 'x-touchstone-person': AMA };

describe('the policy of a route', () => {
  it('is missing on a route: the application does not start, and the route is named', async () => {
    await expect(start(new TrialHeader(directory), Declared, Undeclared)).rejects.toThrow(
      /Missing on: Undeclared.forgotten$/,
    );
  });

  it('lets in whoever holds one of its roles, and tells the handler who that is', async () => {
    const server = await start(new TrialHeader(directory), Declared);
    const answer = await server.inject({ url: '/declared/for-auditors', headers: SIGNED_IN });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ person: AMA, authority: 'shire', roles: ['auditor'] });
  });

  it('answers 403 with the roles that are missing', async () => {
    const server = await start(new TrialHeader(directory), Declared);
    const answer = await server.inject({ url: '/declared/for-leads', headers: SIGNED_IN });
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ code: 'not-permitted', roles: ['qa-lead'] });
  });

  it.each([
    ['no header', {}],
    ['only one header', { 'x-touchstone-person': AMA }],
    ['the same header twice', { ...SIGNED_IN, 'x-touchstone-person': [AMA, AMA] }],
    ['somebody who is not there', { ...SIGNED_IN, 'x-touchstone-person': AMA.replace(/a$/, 'b') }],
    ['another authority', { ...SIGNED_IN, 'x-touchstone-authority': 'other' }],
    ['something that is no id', { ...SIGNED_IN, 'x-touchstone-person': '../x' }],
    ['something that is no authority', { ...SIGNED_IN, 'x-touchstone-authority': 'shire/person' }],
  ])('answers 401 to %s', async (_, headers) => {
    const server = await start(new TrialHeader(directory), Declared);
    expect((await server.inject({ url: '/declared/for-everybody-here', headers })).statusCode).toBe(401);
    expect((await server.inject({ url: '/declared/for-anybody', headers })).statusCode).toBe(200);
  });

  it('takes no role from a header', async () => {
    const server = await start(new TrialHeader(directory), Declared);
    const headers = {
      ...SIGNED_IN,
      'x-touchstone-roles': 'qa-lead',
      'x-user-id': AMA,
      'x-forwarded-user': AMA,
    };
    expect((await server.inject({ url: '/declared/for-leads', headers })).statusCode).toBe(403);
  });

  it('lets nobody in where trial sign-in is off, whatever the headers say', async () => {
    const server = await start(new NobodySignsIn(), Declared);
    const answer = await server.inject({ url: '/declared/for-everybody-here', headers: SIGNED_IN });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'sign-in-not-set-up' });
  });
});
