import { randomUUID } from 'node:crypto';
import type {
  CommandAnswer,
  CycleKind,
  Envelope,
  Frame,
  FrameEntry,
  Order,
  PersonId,
  Role,
} from '#audit-cycle';
import { corePracticeAuditId, setUpAuthority } from '#authority-setup';
import {
  canonicalBytes,
  MemoryBlobStore,
  MemoryConsumerCheckpoints,
  MemoryEventLog,
  parseStreamName,
  type EventLog,
} from '#event-log';
import { InProcessGateway } from '../in-process-gateway.js';
import { MemoryCycleSecrets } from '../secrets/memory-cycle-secrets.js';

export const START = '2026-03-02T09:00:00.000Z';

/** An authority with a few people and the whole command path on a log in memory, at a moment that tests move themselves. */
export class AuthorityAtWork {
  readonly authority = 'northshire';
  readonly blobs = new MemoryBlobStore();
  readonly checkpoints = new MemoryConsumerCheckpoints();
  readonly secrets = new MemoryCycleSecrets();
  readonly reports: { readonly line: string; readonly about: object }[] = [];
  now = START;
  seeds = 0;
  gateway: InProcessGateway;

  constructor(readonly log: EventLog = new MemoryEventLog(() => new Date(this.now))) {
    this.gateway = this.newGateway();
  }

  /** Set up and staffed: lead (qa-lead), anna and otto (auditors; otto in team "North"), mo (moderator), tim (team manager). */
  static async begin(log?: EventLog): Promise<AuthorityAtWork> {
    const work = new AuthorityAtWork(log);
    await setUpAuthority(work.gateway, { authority: work.authority, name: 'Northshire', clock: 'real' });
    await work.join(PEOPLE.lead, 'qa-lead');
    await work.join(PEOPLE.anna, 'auditor');
    await work.join(PEOPLE.otto, 'auditor');
    await work.join(PEOPLE.mo, 'moderator');
    await work.join(PEOPLE.tim, 'action-owner');
    await work.done('person', PEOPLE.otto, {
      type: 'RecordTeamMembership',
      team: 'North',
      from: '2026-01-05',
      to: null,
    });
    return work;
  }

  /** As another process would: nothing remembered. */
  newGateway(log: EventLog = this.log): InProcessGateway {
    return new InProcessGateway({
      log,
      blobs: this.blobs,
      checkpoints: this.checkpoints,
      secrets: this.secrets,
      clock: () => new Date(this.now),
      newSeed: () => `seed-${++this.seeds}`,
      report: (line, about) => this.reports.push({ line, about }),
    });
  }

  envelope(order: Order, by: PersonId = PEOPLE.lead, more: Partial<Envelope> = {}): Envelope {
    const roles =
      by === PEOPLE.lead
        ? (['qa-lead'] as const)
        : by === PEOPLE.mo
          ? (['moderator'] as const)
          : (['auditor'] as const);
    return {
      authority: this.authority,
      actor: { person: by, roles },
      commandId: randomUUID(),
      order,
      ...more,
    };
  }

  say(order: Order, by?: PersonId, more?: Partial<Envelope>): Promise<CommandAnswer> {
    return this.gateway.execute(this.envelope(order, by, more));
  }

  /** Says it and fails the test when it is refused. */
  async done<K extends Order['kind']>(
    kind: K,
    id: string,
    command: Extract<Order, { kind: K }>['command'],
    by?: PersonId,
  ): Promise<CommandAnswer & { ok: true }> {
    const answer = await this.say({ kind, id, command } as Order, by);
    if (!answer.ok)
      throw new Error(`${command.type} was refused: ${answer.refusal.code} ${answer.refusal.message}`);
    return answer;
  }

  /** A planned cycle whose population is frozen; `children` in need, the first half in team "North", the others in "South". */
  async plannedCycle(children: number, firstChild = 0, kind: CycleKind = 'core'): Promise<string> {
    const id = randomUUID();
    const tool = { id: corePracticeAuditId(this.authority), version: 1 };
    await this.done('cycle', id, {
      type: 'PlanCycle',
      title: 'Core audit, March and April 2026',
      kind,
      period: { from: '2026-03-01', to: '2026-04-30' },
      cohorts: ['child-in-need'],
      linesOfEnquiry: [],
      tool,
      targetSize: 4,
    });
    const entries = Array.from({ length: children }, (_, n): FrameEntry => {
      const child = `C-${String(firstChild + n).padStart(4, '0')}`;
      return {
        child,
        cohort: 'child-in-need',
        team: n < children / 2 ? 'North' : 'South',
        worker: null,
        family: null,
      };
    });
    const frame: Frame = { asAt: '2026-02-28', entries };
    const digest = await this.blobs.put(this.authority, canonicalBytes(frame));
    await this.done('cycle', id, {
      type: 'ImportPopulation',
      of: 'open-cases',
      asAt: frame.asAt,
      source: 'annex-a',
      frame: digest,
      report: digest,
      children,
      cohorts: { 'child-in-need': children },
      rows: { read: children, used: children, excluded: 0, warned: 0 },
      characteristics: null,
    });
    return id;
  }

  /** Planned, drawn and opened; its cases are selected by the process, which ran up to the end of the log. */
  async openCycle(children: number, size: number, firstChild = 0): Promise<string> {
    const id = await this.plannedCycle(children, firstChild);
    await this.done('cycle', id, { type: 'DrawSample', size, minimumPerStratum: 0 });
    await this.done('cycle', id, { type: 'OpenCycle' });
    await this.gateway.catchUp(this.authority);
    return id;
  }

  /** An immediate risk that the auditor of a case raised and put before the moderator. */
  async anEscalation(audit: string, auditor: PersonId): Promise<string> {
    const risk = { risk: 'unsafe-home', escalateTo: PEOPLE.mo, referredOnly: false, concern: 'Not seen.' };
    await this.done('case-audit', audit, { type: 'RaiseImmediateRisk', ...risk }, auditor);
    await this.gateway.catchUp(this.authority);
    const opened = { filter: { types: ['EscalationOpened'] } };
    const { events } = await this.log.readAll(this.authority, opened);
    return parseStreamName(events.at(-1)!.header.stream).id;
  }

  private async join(person: PersonId, role: Role): Promise<void> {
    for (const command of [
      { type: 'Join', on: '2026-01-05' },
      { type: 'GiveRoles', roles: [role] },
    ] as const) {
      await this.done('person', person, command);
    }
  }
}

export const PEOPLE = {
  lead: '00000000-0000-4000-8000-000000000001',
  anna: '00000000-0000-4000-8000-000000000002',
  otto: '00000000-0000-4000-8000-000000000003',
  mo: '00000000-0000-4000-8000-000000000004',
  tim: '00000000-0000-4000-8000-000000000005',
} as const;
