import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { CLOSED, DRAWN, IMPORTED, OPENED, PLANNED, cycleAfter } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import { PROCESS } from '../testing/an-audit.js';
import type { CycleCommand } from './commands.js';
import { cycle } from './decider.js';
import type { CycleEvent } from './events.js';

const lead = inAuthority('lead');

describe('Opening a cycle', () => {
  it('is done by a QA lead once a sample is drawn', () => {
    given(cycle, [PLANNED, IMPORTED, DRAWN]).when({ type: 'OpenCycle' }, lead).then(OPENED);
    given(cycle, [PLANNED, IMPORTED, DRAWN])
      .when({ type: 'OpenCycle' }, inAuthority('auditor'))
      .thenRefused('not-permitted');
  });

  it('is refused while another cycle has drawn some of its children as well', () => {
    given(cycle, [PLANNED, IMPORTED, DRAWN])
      .when({ type: 'OpenCycle' }, inAuthority('lead', { drawnElsewhere: 2 }))
      .thenRefused('drawn-elsewhere', { count: 2 });
  });
});

const { scale: _, policy: __, ...plan } = PLANNED.facts;
const COMMANDS: { readonly [Type in CycleCommand['type']]: CycleCommand } = {
  PlanCycle: { type: 'PlanCycle', ...plan },
  ImportPopulation: { type: 'ImportPopulation', ...IMPORTED.facts },
  AddChildren: {
    type: 'AddChildren',
    children: [{ child: 'c9', cohort: 'in-care', team: 'north', worker: 'worker', family: null }],
    reasonCode: 'left-out',
    reason: 'The list was made before the child came.',
  },
  DrawSample: {
    type: 'DrawSample',
    size: 3,
    minimumPerStratum: 1,
    redrawReason: { code: 'cohort-left-out', text: 'A team was missing.' },
  },
  OpenCycle: { type: 'OpenCycle' },
  DrawReplacement: { type: 'DrawReplacement', replaces: 'audit-2', stratum: 'in-care' },
  CloseCycle: { type: 'CloseCycle' },
  ExtendDeadline: {
    type: 'ExtendDeadline',
    to: '2026-06-30',
    reasonCode: 'sickness',
    reason: 'Two auditors were away.',
  },
  PublishFindings: {
    type: 'PublishFindings',
    on: '2026-04-01',
    summary: 'Plans are clearer than last year.',
  },
  ShareLearning: { type: 'ShareLearning', with: 'all-teams', how: 'briefing', text: 'Say who does what.' },
  DrawReAudits: { type: 'DrawReAudits' },
};

const STATES: Readonly<Record<string, readonly CycleEvent[]>> = {
  'not planned': [],
  planned: [PLANNED],
  imported: [PLANNED, IMPORTED],
  drawn: [PLANNED, IMPORTED, DRAWN],
  open: [PLANNED, IMPORTED, DRAWN, OPENED],
  closed: [PLANNED, IMPORTED, DRAWN, OPENED, CLOSED],
};

/** `yes`, or why not; in the order of the commands above. */
const TABLE: Readonly<Record<keyof typeof STATES, readonly string[]>> = {
  'not planned': ['yes', ...Array<string>(10).fill('not-found')],
  planned: [
    ...['already-planned', 'yes', 'population-missing', 'population-missing', 'sample-missing'],
    ...['cycle-not-open', 'cycle-not-open', 'yes', 'not-closed', 'cycle-not-open', 'cycle-not-open'],
  ],
  imported: [
    ...['already-planned', 'yes', 'yes', 'yes', 'sample-missing', 'cycle-not-open', 'cycle-not-open'],
    ...['yes', 'not-closed', 'cycle-not-open', 'cycle-not-open'],
  ],
  drawn: [
    ...[
      'already-planned',
      'already-drawn',
      'already-drawn',
      'yes',
      'yes',
      'cycle-not-open',
      'cycle-not-open',
    ],
    ...['yes', 'not-closed', 'cycle-not-open', 'cycle-not-open'],
  ],
  open: [
    ...['already-planned', 'already-drawn', 'already-drawn', 'already-open', 'already-open', 'yes', 'yes'],
    ...['yes', 'not-closed', 'yes', 'cycle-not-open'],
  ],
  closed: [
    ...['already-planned', ...Array<string>(7).fill('already-closed')],
    ...['yes', 'yes', 'cycle-not-open'],
  ],
};

describe('What may be done with a cycle', () => {
  it.each(Object.keys(STATES))('when it is %s', (state) => {
    const folded = cycleAfter(...(STATES[state] ?? []));
    const answers = Object.values(COMMANDS).map((command) => {
      const context = command.type === 'DrawReplacement' ? inAuthority('lead', { actor: PROCESS }) : lead;
      const decision = cycle.decide(command, folded, context);
      return decision.ok ? 'yes' : decision.refusal.code;
    });
    expect(answers).toEqual(TABLE[state]);
  });

  it('never begins with anything but a plan', () => {
    expect(() => cycleAfter(OPENED)).toThrow('CycleOpened before any cycle was planned');
  });
});
