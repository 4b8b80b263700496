import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROLES, type Role } from '#audit-cycle';
import { derivedId } from '#event-log';
import { IdentityModule, type ActingPerson, type ActingPersonSource, type RequestHeaders } from '#identity';
import { createHttpApp, openLog, type Log } from '#platform';
import { characteristicsInMemory } from '#population/testing';
import { insightModule } from '../insight-module.js';
import type { ViewLevels } from '../reading/sources.js';
import { NORTHSHIRE } from './cycle-of-35.js';
import type { RecordOfEvents } from './record-of-events.js';

/** On which day these tests are run, as far as the API knows. */
export const TODAY = '2021-07-01';

/** Believes the headers `as`, one role or several with commas, `person` and `authority`. */
const source: ActingPersonSource = {
  identify: async (headers: RequestHeaders): Promise<ActingPerson> => ({
    authority: String(headers['authority'] ?? NORTHSHIRE),
    person: String(headers['person'] ?? derivedId('person', 'lead')),
    roles: String(headers['as'] ?? 'qa-lead')
      .split(',')
      .filter((role): role is Role => (ROLES as readonly string[]).includes(role)),
    simulatedClock: false,
  }),
};

@Module({})
class Features {}

/** The query API over the views of a record. */
export const insightApp = (
  record: RecordOfEvents,
  levels: ViewLevels = record.projections,
  log: Log = openLog('silent'),
  characteristics = characteristicsInMemory(),
): Promise<NestFastifyApplication> => {
  const insight = insightModule({
    reader: record.store,
    levels,
    revisions: record.store,
    record: record.log,
    characteristics,
    log,
    clock: () => new Date(`${TODAY}T12:00:00.000Z`),
  });
  const features: DynamicModule = { module: Features, imports: [IdentityModule.forRoot(source), insight] };
  return createHttpApp(features, { log: openLog('silent') });
};
