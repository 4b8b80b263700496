import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  CORE_PRACTICE_AUDIT,
  DEFAULT_POLICY,
  ROLES,
  type CommandAnswer,
  type Grade,
  type Order,
  type PersonId,
  type Role,
} from '#audit-cycle';
import { policyId, reAuditId, reviewRoundId, setUpAuthority } from '#authority-setup';
import { captureModule, InProcessGateway, MemoryCycleSecrets } from '#capture';
import { derivedId, MemoryBlobStore, MemoryConsumerCheckpoints } from '#event-log';
import { IdentityModule, type ActingPersonSource } from '#identity';
import { MemoryPeopleNames } from '#identity/testing';
import { createHttpApp, openLog } from '#platform';
import { webModule } from '#web';
import { characteristicsInMemory } from '#population/testing';
import { insightModule } from '../insight-module.js';
import { ACycle } from './a-cycle.js';
import { allocated, finalised, graded } from './audit-events.js';
import { RecordOfEvents } from './record-of-events.js';

export const AUTHORITY = 'northshire';
export const EVE = derivedId('person', 'eve');
export const RAJ = derivedId('person', 'raj');
export const LEAD = derivedId('person', 'lead');
export const SAID = 'I like my new school.';
const CYCLE = new ACycle({
  id: derivedId('cycle', 'reviewed'),
  title: 'Core audit',
  size: 2,
  from: '2025-10-01',
  to: '2025-11-30',
});
/** The audit that Eve grades blind. */
export const AUDIT = CYCLE.audit(0);
export const ROUND = reviewRoundId(AUTHORITY, 1);
export const IDS = {
  audits: AUDIT,
  cycles: CYCLE.id,
  actions: CYCLE.action(0, 0),
  people: EVE,
  children: CYCLE.child(0),
  'review-rounds': ROUND,
  're-audits': reAuditId(AUDIT, 1),
  'audit-tools': derivedId('tool', 'core'),
} as const;

/** What we made of the case: in a world of a kind grade nothing follows, in a harsh one much does. */
export interface Ours {
  readonly grade: Grade;
  readonly voicesShown?: boolean;
}

/** The whole product on a log in memory, with a round in which Eve has one case to grade. */
export class ABlindRound {
  now = '2026-05-04T09:00:00.000Z';
  private readonly record = new RecordOfEvents(AUTHORITY);
  private readonly gateway: InProcessGateway;
  private commands = 0;
  private readonly readings: string[] = [];
  http!: NestFastifyApplication;

  private constructor(
    private readonly blobs = new MemoryBlobStore(),
    private readonly checkpoints = new MemoryConsumerCheckpoints(),
  ) {
    this.gateway = new InProcessGateway({
      ...{ log: this.record.log, blobs, checkpoints },
      secrets: new MemoryCycleSecrets(),
      clock: () => new Date(this.now),
      newSeed: () => 'seed',
      report: () => undefined,
    });
  }

  static async begin(ours: Ours): Promise<ABlindRound> {
    const world = new ABlindRound();
    await world.setUp(ours.voicesShown ?? false);
    await world.audits(ours.grade);
    await world.round();
    await world.record.level();
    world.http = await world.app();
    world.countReadings();
    return world;
  }

  /** As the product's own process, which sets up; a person where one is named. */
  say(order: Order, person?: PersonId, roles: readonly Role[] = ROLES): Promise<CommandAnswer> {
    const setsUp = { person: 'testing', roles: [], process: 'testing' };
    return this.gateway.execute({
      authority: AUTHORITY,
      actor: person === undefined ? setsUp : { person, roles },
      commandId: derivedId('a-blind-round', String((this.commands += 1))),
      order,
    });
  }

  async done(order: Order, person?: PersonId, roles?: readonly Role[]): Promise<void> {
    const answer = await this.say(order, person, roles);
    if (!answer.ok)
      throw new Error(`${order.command.type}: ${answer.refusal.code} ${answer.refusal.message}`);
  }

  /** The processes have done what they do. */
  carriedOn(): Promise<void> {
    return this.gateway.catchUp(AUTHORITY);
  }

  /** What answering a reviewer reads of the log and of the views, call by call. */
  async readingsOf(url: string): Promise<readonly string[]> {
    this.readings.splice(0);
    await this.http.inject({ url, headers: { person: EVE } });
    return [...this.readings];
  }

  private async setUp(voicesShown: boolean): Promise<void> {
    await setUpAuthority(this.gateway, { authority: AUTHORITY, name: 'Northshire', clock: 'real' });
    const external = { ...DEFAULT_POLICY.external, voicesShown };
    const policy = { ...DEFAULT_POLICY, version: 2, external };
    await this.done({ kind: 'policy', id: policyId(AUTHORITY), command: { type: 'AdoptPolicy', policy } });
    const tool = { kind: 'audit-tool', id: IDS['audit-tools'] } as const;
    await this.done({ ...tool, command: { type: 'DraftTool', definition: CORE_PRACTICE_AUDIT } });
    await this.done({ ...tool, command: { type: 'PublishTool', version: 1 } });
    for (const [id, roles] of [
      [EVE, ['external-reviewer']],
      [RAJ, ['external-reviewer']],
      [LEAD, ['qa-lead']],
    ] as const) {
      await this.done({ kind: 'person', id, command: { type: 'Join', on: '2025-01-06' } });
      await this.done({ kind: 'person', id, command: { type: 'GiveRoles', roles } });
    }
  }

  private async audits(grade: Grade): Promise<void> {
    await this.record.happened(
      '2025-10-01T09:00:00.000Z',
      'cycle',
      CYCLE.id,
      ...[CYCLE.planned(), CYCLE.imported(), CYCLE.drawn(), CYCLE.opened()],
    );
    for (const [index, given] of [grade, 'good'].entries() as Iterable<[number, Grade]>) {
      await this.record.happened(
        '2025-12-01T09:00:00.000Z',
        'case-audit',
        CYCLE.audit(index),
        CYCLE.selected(index),
        allocated('2025-12-20'),
        {
          type: 'VoiceRecorded',
          facts: { voice: 'child', obtained: true, reasonCode: null, consentToQuote: null },
          narrative: { text: SAID },
        },
        ...graded('good'),
        ...finalised('good', given),
      );
    }
    // The cases of the cycle are selected already.
    const head = await this.record.log.head(AUTHORITY);
    await this.checkpoints.advance(AUTHORITY, 'case-selection', head);
    if (grade !== 'inadequate') return;
    const [action, again] = [CYCLE.action(0, 0), reAuditId(AUDIT, 1)];
    const at = '2026-01-15T09:00:00.000Z';
    await this.record.happened(at, 'improvement-action', action, CYCLE.actionSet(0, '2026-02-01', LEAD));
    await this.record.happened(at, 're-audit', again, ...CYCLE.reAudited(0, grade, 'good'));
  }

  private async round(): Promise<void> {
    const round = { kind: 'review-round', id: ROUND } as const;
    const told = { pastEmployment: false, pastTeams: [], personalKnowledge: [], checks: ['dbs'] };
    const days = { from: '2026-05-04', until: '2026-05-31' };
    const orders: readonly Extract<Order, { kind: 'review-round' }>['command'][] = [
      {
        type: 'OpenRound',
        halfYear: { from: '2025-10-01', to: '2026-03-31' },
        panel: [{ from: 'neighbouring-authority', person: EVE }],
        sampleSize: 2,
        whyCode: 'as-policy-says',
      },
      { type: 'SampleAudits' },
      { type: 'AdmitReviewer', reviewer: EVE, ...days, ...told },
      { type: 'AdmitReviewer', reviewer: RAJ, ...days, ...told },
      { type: 'AllocateReview', audit: AUDIT, reviewer: EVE },
      { type: 'AllocateReview', audit: CYCLE.audit(1), reviewer: RAJ },
    ];
    for (const command of orders) await this.done({ ...round, command }, LEAD);
    await this.carriedOn();
  }

  /** From now on every call of the two ports that answers come from is noted, with the stream or the kinds that it is about. */
  private countReadings(): void {
    const { log, store } = this.record;
    const [head, readAll, readStream] = [log.head.bind(log), log.readAll.bind(log), log.readStream.bind(log)];
    const [look, revision] = [store.look.bind(store), store.revision.bind(store)];
    log.head = (...asked) => this.noted('head', '', head(...asked));
    log.readStream = (stream, options) => this.noted('readStream', stream, readStream(stream, options));
    log.readAll = (authority, options) =>
      this.noted('readAll', JSON.stringify(options?.filter), readAll(authority, options));
    store.revision = (...asked) => this.noted('revision', '', revision(...asked));
    store.look = (view, authority, read) =>
      look(view, authority, (seen) =>
        read({
          position: seen.position,
          rows: (table, selection) => this.noted('rows', table.table, seen.rows(table, selection)),
        }),
      );
  }

  private noted<Answer>(call: string, about: string, answer: Answer): Answer {
    this.readings.push(`${call} ${about}`);
    return answer;
  }

  private app(): Promise<NestFastifyApplication> {
    const { gateway, blobs, record } = this;
    const source: ActingPersonSource = {
      identify: async (headers) => ({
        authority: AUTHORITY,
        person: String(headers['person'] ?? EVE),
        roles: headers['person'] === LEAD ? ['qa-lead'] : ['external-reviewer'],
        simulatedClock: false,
      }),
    };
    const [log, clock] = [openLog('silent'), () => new Date(this.now)];
    const views = { waitForPosition: async () => true };
    const characteristics = characteristicsInMemory();

    @Module({})
    class Product {}
    const module: DynamicModule = {
      module: Product,
      imports: [
        IdentityModule.forRoot(source),
        captureModule({
          ...{ gateway, blobs, characteristics, views },
          ...{ log: record.log, names: new MemoryPeopleNames() },
        }),
        insightModule({
          ...{ reader: record.store, levels: record.projections, revisions: record.store },
          ...{ record: record.log, characteristics, log, clock },
        }),
        webModule({
          reader: record.store,
          authorities: { list: async () => [], head: (id) => record.log.head(id) },
          clock,
          trial: false,
        }),
      ],
    };
    return createHttpApp(module, { log });
  }
}
