import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import {
  ACKNOWLEDGED,
  ESCALATED,
  HANDED_ON,
  REFERRED,
  RESOLVED,
  by,
  byHolderOf,
} from '../testing/an-escalation.js';
import { NOW, PROCESS, auditAfter } from '../testing/an-audit.js';
import { ROLES } from '../vocabulary/role.js';
import { isBreached } from './breach.js';
import type { EscalationCommand, OpenEscalation, ReassignEscalation, ResolveEscalation } from './commands.js';
import { escalation } from './decider.js';
import type { EscalationEvent } from './events.js';
import { ESCALATION_STATUSES, type Escalation, type EscalationStatus } from './state.js';

const open = given(escalation, [ESCALATED]);
const taken = given(escalation, [ESCALATED, ACKNOWLEDGED]);
const acknowledge = { type: 'AcknowledgeEscalation' } as const;
const reassign: ReassignEscalation = { type: 'ReassignEscalation', to: 'lead', reasonCode: 'on-leave' };
const resolve: ResolveEscalation = {
  type: 'ResolveEscalation',
  whatCode: 'child-seen',
  whatWasDone: 'She was seen at home and is well.',
  doneOn: '2026-04-13',
  onChildRecordSince: '2026-04-13',
};
const OPEN: OpenEscalation = {
  type: 'OpenEscalation',
  audit: 'audit-1',
  reason: 'immediate-risk',
  risk: 'unsafe-home',
  raisedBy: 'auditor',
  raisedAt: '2026-04-13T08:00:00.000Z',
  to: 'leader',
  restricted: false,
  concern: 'Nobody has seen her since March.',
};
const AT_THE_MOMENT = { now: '2026-04-14T08:00:00.000Z' };
const TOO_LATE = { now: '2026-04-14T08:00:00.001Z' };

const breached = (how: 'acknowledged-late' | 'resolved-late'): EscalationEvent => ({
  type: 'EscalationBreached',
  facts: { dueAt: '2026-04-14T08:00:00.000Z', how },
  narrative: null,
});

describe('Opening an escalation', () => {
  const product = by('product', { actor: PROCESS });

  it('follows from what an audit recorded, and the clock runs from there', () => {
    given(escalation, []).when(OPEN, product).then(ESCALATED);
    given(escalation, [])
      .when(OPEN, { ...product, now: '2026-04-20T08:00:00.000Z' })
      .then(ESCALATED);
  });

  it('of what is about staff keeps no word, whatever was written', () => {
    given(escalation, [])
      .when({ ...OPEN, risk: 'allegation', restricted: true }, product)
      .then(REFERRED);
  });

  it('is for nobody but the product', () => {
    given(escalation, [])
      .when(OPEN, byHolderOf('lead', ...ROLES))
      .thenRefused('not-permitted');
  });

  it('needs an audit', () => {
    given(escalation, [])
      .when(OPEN, { ...product, audit: auditAfter() })
      .thenRefused('not-found');
  });
});

describe('Taking an escalation on', () => {
  it('is for the named person', () => {
    open.when(acknowledge, by('leader')).then(ACKNOWLEDGED);
  });

  it('is for nobody else, whatever their roles', () => {
    open.when(acknowledge, byHolderOf('lead', ...ROLES)).thenRefused('not-the-named-person');
    given(escalation, [ESCALATED, HANDED_ON])
      .when(acknowledge, by('leader'))
      .thenRefused('not-the-named-person');
  });

  it('is done once, and again by whom it was handed to', () => {
    taken.when(acknowledge, by('leader')).thenRefused('already-acknowledged');
    given(escalation, [ESCALATED, ACKNOWLEDGED, HANDED_ON])
      .when(acknowledge, by('lead'))
      .then({ ...ACKNOWLEDGED, facts: { by: 'lead', at: NOW } });
  });

  it('too late is a breach, and at the very moment is none', () => {
    const at = (now: string): EscalationEvent => ({ ...ACKNOWLEDGED, facts: { by: 'leader', at: now } });
    open.when(acknowledge, by('leader', AT_THE_MOMENT)).then(at(AT_THE_MOMENT.now));
    open.when(acknowledge, by('leader', TOO_LATE)).then(at(TOO_LATE.now), breached('acknowledged-late'));
  });
});

describe('Handing an escalation on', () => {
  it.each([
    ['the named person', byHolderOf('leader')],
    ['a quality assurance lead', byHolderOf('second-auditor', 'qa-lead')],
    ['a service leader', byHolderOf('head', 'service-leader')],
  ])('is for %s', (_who, context) => {
    open.when(reassign, context).then(HANDED_ON);
  });

  it('is not for other people', () => {
    open.when(reassign, byHolderOf('colleague', 'auditor', 'moderator')).thenRefused('not-permitted');
  });

  it('does not move the moment by which it is due', () => {
    const state = [ESCALATED, HANDED_ON].reduce(escalation.evolve, escalation.initialState);
    expect(state).toMatchObject({ to: 'lead', status: 'open', dueAt: ESCALATED.facts.dueAt });
  });

  it.each([
    ['whom it is before already', 'leader', 'same-named-person'],
    ['who has left', 'leaver', 'person-not-here'],
    ['whom nobody knows', 'stranger', 'person-not-here'],
    ['whose child it is', 'worker', 'own-case'],
    ['who raised it', 'auditor', 'own-finding'],
  ])('goes to nobody %s', (_who, to, code) => {
    open.when({ ...reassign, to }, by('leader')).thenRefused(code);
  });

  it('needs the code of a reason', () => {
    open.when({ ...reassign, reasonCode: 'She is away.' }, by('leader')).thenRefused('code-malformed');
  });
});

describe('Resolving an escalation', () => {
  it.each([
    ['the named person', byHolderOf('leader')],
    ['a quality assurance lead', byHolderOf('second-auditor', 'qa-lead')],
    ['a service leader', byHolderOf('head', 'service-leader')],
  ])('is for %s, taken on or not', (_who, context) => {
    const resolved = { ...RESOLVED, facts: { ...RESOLVED.facts, by: context.actor.person } };
    open.when(resolve, context).then(resolved);
    taken.when(resolve, context).then(resolved);
  });

  it('is not for other people', () => {
    open.when(resolve, byHolderOf('colleague', 'auditor', 'practitioner')).thenRefused('not-permitted');
  });

  it('is never for the worker of the child nor for whoever raised it, even where it was put before them', () => {
    for (const [person, code] of [
      ['worker', 'own-case'],
      ['auditor', 'own-finding'],
    ] as const) {
      open.when(resolve, byHolderOf(person, 'qa-lead', 'service-leader')).thenRefused(code);
      const before = { ...ESCALATED, facts: { ...ESCALATED.facts, to: person } };
      given(escalation, [before]).when(resolve, byHolderOf(person)).thenRefused(code);
    }
  });

  it.each([
    ['a code', { whatCode: 'She was seen.' }, 'code-malformed'],
    ['words', { whatWasDone: ' ' }, 'done-missing'],
    ['a day that exists', { doneOn: '2026-02-29' }, 'not-a-date'],
    ['a day that is not still to come', { doneOn: '2026-04-14' }, 'in-the-future'],
    ['a day on which it was known', { doneOn: '2026-04-12' }, 'before-escalation'],
    ['a day on the record that exists', { onChildRecordSince: 'today' }, 'not-a-date'],
    ['a day on the record that is not still to come', { onChildRecordSince: '2026-04-14' }, 'in-the-future'],
    ['a day on the record that answers it', { onChildRecordSince: '2026-04-12' }, 'before-escalation'],
  ])('needs %s', (_what, change, code) => {
    open.when({ ...resolve, ...change }, by('leader')).thenRefused(code);
  });

  it("needs the child's record", () => {
    const { onChildRecordSince: _since, ...rest } = resolve;
    open.when(rest, by('leader')).thenRefused('child-record-missing');
  });

  it('too late is a breach, once', () => {
    const late = { ...resolve, doneOn: '2026-04-14', onChildRecordSince: '2026-04-14' };
    const resolved = {
      ...RESOLVED,
      facts: { ...RESOLVED.facts, doneOn: '2026-04-14', onChildRecordSince: '2026-04-14' },
    };
    open.when(late, by('leader', AT_THE_MOMENT)).then(resolved);
    open.when(late, by('leader', TOO_LATE)).then(resolved, breached('resolved-late'));
    given(escalation, [ESCALATED, ACKNOWLEDGED, breached('acknowledged-late')])
      .when(late, by('leader', TOO_LATE))
      .then(resolved);
  });
});

describe('What is about staff', () => {
  const referred = given(escalation, [REFERRED]);
  const { whatWasDone: _words, onChildRecordSince: _since, ...bare } = resolve;

  it('is ended with a code and a day alone', () => {
    const facts = { ...RESOLVED.facts, whatCode: 'referred', onChildRecordSince: null };
    referred
      .when({ ...bare, whatCode: 'referred' }, by('leader'))
      .then({ type: 'EscalationResolved', facts, narrative: null });
    referred.when({ ...bare, whatWasDone: 'He said' }, by('leader')).thenRefused('referred-only');
    referred.when({ ...bare, onChildRecordSince: '2026-04-13' }, by('leader')).thenRefused('referred-only');
  });

  it.each(['worker', 'colleague', 'newcomer', 'former-colleague'])(
    'is not there for the worker or anybody of the team, whatever their roles: %s',
    (person) => {
      const hidden = person !== 'former-colleague';
      for (const command of [acknowledge, reassign, bare] as EscalationCommand[]) {
        const toThem = { ...REFERRED, facts: { ...REFERRED.facts, to: person } };
        const told = byHolderOf(person, ...ROLES);
        const asked = given(escalation, [toThem]).when(command, told);
        if (hidden) {
          asked.thenRefused('not-found');
          given(escalation, []).when(command, told).thenRefused('not-found');
        }
      }
      if (!hidden) referred.when(reassign, byHolderOf(person, 'qa-lead')).then(HANDED_ON);
    },
  );

  it('is not there for the worker, though no team of theirs is on record', () => {
    const { people, ...told } = byHolderOf('worker', ...ROLES);
    const found = people.find('worker');
    if (found === undefined) throw new Error('There is a worker');
    const alone = { find: () => ({ ...found, memberships: [] }) };
    referred.when(reassign, { ...told, people: alone }).thenRefused('not-found');
  });

  it.each([
    ['manager', 'supervises-worker'],
    ['aunt', 'registered-conflict'],
  ])('is neither handed to nor ended by somebody who could not have been named: %s', (person, code) => {
    referred.when({ ...reassign, to: person }, by('leader')).thenRefused(code);
    referred.when(bare, byHolderOf(person, 'qa-lead')).thenRefused(code);
    open
      .when({ ...reassign, to: person }, by('leader'))
      .then({ ...HANDED_ON, facts: { ...HANDED_ON.facts, to: person } });
  });

  it('is handed to nobody of the team', () => {
    referred.when({ ...reassign, to: 'colleague' }, by('leader')).thenRefused('own-team');
    open
      .when({ ...reassign, to: 'colleague' }, by('leader'))
      .then({ ...HANDED_ON, facts: { ...HANDED_ON.facts, to: 'colleague' } });
  });
});

describe('A breach', () => {
  const state = (status: EscalationStatus, breachRecorded = false): Escalation => ({
    ...(escalation.evolve(escalation.initialState, ESCALATED) as Escalation),
    ...{ status, breachRecorded },
  });

  it('is a fact of the clock from the millisecond after the moment, before anybody records it', () => {
    for (const status of ['open', 'acknowledged'] as const) {
      expect(isBreached(state(status), AT_THE_MOMENT.now)).toBe(false);
      expect(isBreached(state(status), TOO_LATE.now)).toBe(true);
    }
  });

  it('is none for what was resolved in time, however much later one asks', () => {
    expect(isBreached(state('resolved'), '2027-01-01T00:00:00.000Z')).toBe(false);
  });

  it('stays one when it was recorded', () => {
    expect(isBreached(state('resolved', true), NOW)).toBe(true);
  });
});

const HISTORIES: Readonly<Record<'not-opened' | EscalationStatus, readonly EscalationEvent[]>> = {
  'not-opened': [],
  open: [ESCALATED],
  acknowledged: [ESCALATED, ACKNOWLEDGED],
  resolved: [ESCALATED, ACKNOWLEDGED, RESOLVED],
};
const COMMANDS = {
  OpenEscalation: [OPEN, by('product', { actor: PROCESS })],
  AcknowledgeEscalation: [acknowledge, by('leader')],
  ReassignEscalation: [reassign, by('leader')],
  ResolveEscalation: [resolve, by('leader')],
} as const satisfies Record<EscalationCommand['type'], readonly [EscalationCommand, object]>;

/** Every status and every command, given by somebody who may give it: the status that it leads to, or in brackets the refusal. */
const TABLE = {
  'not-opened': ['open', '(not-found)', '(not-found)', '(not-found)'],
  open: ['(already-open)', 'acknowledged', 'open', 'resolved'],
  acknowledged: ['(already-open)', '(already-acknowledged)', 'open', 'resolved'],
  resolved: ['(already-open)', '(already-resolved)', '(already-resolved)', '(already-resolved)'],
} as const satisfies Record<keyof typeof HISTORIES, readonly string[]>;

describe('An escalation', () => {
  it('has a row for each status', () => {
    expect(Object.keys(TABLE)).toEqual(['not-opened', ...ESCALATION_STATUSES]);
  });

  it.each(
    Object.entries(TABLE).flatMap(([status, outcomes]) =>
      Object.keys(COMMANDS).map((asked, column) => [status, asked, outcomes[column]] as const),
    ),
  )('that is %s, asked to %s: %s', (status, asked, outcome) => {
    const before = HISTORIES[status as EscalationStatus].reduce(escalation.evolve, escalation.initialState);
    const [command, context] = COMMANDS[asked as keyof typeof COMMANDS];
    const decision = escalation.decide(command, before, context);
    expect(before.status).toBe(status);
    expect(
      decision.ok ? decision.events.reduce(escalation.evolve, before).status : `(${decision.refusal.code})`,
    ).toBe(outcome);
  });
});
