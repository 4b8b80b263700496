import { beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type Role } from '#audit-cycle';
import { Directory } from '../people/directory.js';
import type { PersonInTheMaking } from '../people/made-up-person.js';
import { acting, StepMaker } from './step-maker.js';
import { suggestedAuditors } from './suggested-auditors.js';

const ON = '2024-01-08';
const CLOSES = '2024-03-14';
const maker = new StepMaker('simulated', 1);

const person = (id: string, roles: readonly Role[]): PersonInTheMaking => ({
  ...{
    id,
    name: id,
    roles,
    joined: '2020-01-01',
    left: null,
    memberships: [],
    managers: [],
    conflicts: [],
    clearances: [],
  },
  ...{ approvedAuditor: true, capacities: [], absences: [], agencyEndsOn: null, calledOff: [], leniency: 0 },
});

const aCase = (audit: string, family: string | null = null) => ({
  ...{ audit, family, closes: CLOSES },
  subject: { child: `child of ${audit}`, team: null, worker: null, asAt: '2023-12-14' },
});

describe('Auditors that the made-up qa-lead is proposed', () => {
  let anna: PersonInTheMaking;
  let ben: PersonInTheMaking;
  let directory: Directory;
  const lead = person('lead', ['qa-lead']);

  const given = (audit: string, to: string, family: string | null = null) => ({
    ...{ family, withdrawnAt: null },
    steps: [
      maker.step(
        `${ON}T09:00:00.000Z`,
        acting(lead),
        { kind: 'case-audit', id: audit, command: { type: 'AllocateAuditor', auditor: to } },
        '',
      ),
    ],
  });
  const proposed = (audits: readonly string[], told: Parameters<typeof suggestedAuditors>[2] = []) =>
    [
      ...suggestedAuditors(
        directory,
        audits.map((audit) => aCase(audit)),
        told,
        ON,
      ),
    ].map(([audit, { id }]) => [audit, id]);

  beforeEach(() => {
    [anna, ben] = [person('anna', ['auditor']), person('ben', ['auditor'])];
    const known = new Map([lead, anna, ben].map((one) => [one.id, one]));
    directory = new Directory(known, [], lead, lead);
  });

  it('share the cases, whatever they have already counted in', () => {
    expect(proposed(['1', '2'])).toEqual([
      ['1', 'anna'],
      ['2', 'ben'],
    ]);
    const told = [given('3', 'anna'), given('4', 'anna')];
    expect(proposed(['1', '2'], told)).toEqual([
      ['1', 'ben'],
      ['2', 'ben'],
    ]);
  });

  it('are counted no case that was withdrawn, was taken over by somebody else, or is to come to them later', () => {
    const withdrawn = { ...given('3', 'anna'), withdrawnAt: `${ON}T12:00:00.000Z` };
    const later = given('4', 'anna');
    const steps = later.steps.map((step) => ({ ...step, at: '2024-01-09T09:00:00.000Z' }));
    const taken = given('5', 'anna');
    const reason = { reasonCode: 'auditor-away', reason: 'Ill.' };
    const replacing = maker.step(
      `${ON}T10:00:00.000Z`,
      acting(lead),
      { kind: 'case-audit', id: '5', command: { type: 'ReplaceAuditor', auditor: 'ben', ...reason } },
      '',
    );
    const told = [withdrawn, { ...later, steps }, { ...taken, steps: [...taken.steps, replacing] }];
    expect(proposed(['1'], told)).toEqual([['1', 'anna']]);
  });

  it('are counted no case that they turned out to be tied to; that a moderator did changes nothing', () => {
    const declaring = (by: PersonInTheMaking) => {
      const first = given('3', 'anna');
      const order = {
        kind: 'case-audit',
        id: '3',
        command: { type: 'DeclareConflict', relationship: 'personal' },
      } as const;
      return { ...first, steps: [...first.steps, maker.step(`${ON}T10:00:00.000Z`, acting(by), order, '')] };
    };
    expect(proposed(['1'], [declaring(anna)])).toEqual([['1', 'anna']]);
    expect(proposed(['1'], [declaring(ben)])).toEqual([['1', 'ben']]);
  });

  it('get no more than they have room for: then nobody is proposed', () => {
    anna.capacities.push({ audits: 1, from: '2023-01-01' });
    ben.capacities.push({ audits: 1, from: '2023-01-01' });
    expect(proposed(['1', '2', '3'])).toHaveLength(2);
    ben.capacities.length = 0;
    const told = Array.from({ length: DEFAULT_POLICY.capacity.auditsPerAuditor }, (_, n) =>
      given(`b${n}`, 'ben'),
    );
    expect(proposed(['1', '2'], told)).toEqual([['1', 'anna']]);
  });

  it('are not those who are away all the time, or whom an agency lends no longer than to a day before it is due', () => {
    anna.absences.push({ from: '2024-01-04', to: '2024-03-01' });
    expect(proposed(['1', '2'])).toEqual([
      ['1', 'ben'],
      ['2', 'ben'],
    ]);
    ben.agencyEndsOn = '2024-01-26';
    expect(proposed(['1'])).toEqual([]);
  });

  it('may be somebody who falls ill only the day after', () => {
    anna.absences.push({ from: '2024-01-09', to: '2024-03-01' });
    expect(proposed(['1'])).toEqual([['1', 'anna']]);
  });

  it('keep a family together', () => {
    const told = [given('3', 'ben', 'family'), given('4', 'ben')];
    const cases = [aCase('1', 'family'), aCase('2', 'family'), aCase('5')];
    const found = [...suggestedAuditors(directory, cases, told, ON)].map(([audit, { id }]) => [audit, id]);
    expect(found).toEqual([
      ['1', 'ben'],
      ['2', 'ben'],
      ['5', 'anna'],
    ]);
  });
});
