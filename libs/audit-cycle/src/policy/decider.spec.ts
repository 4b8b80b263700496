import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import type { Role } from '../vocabulary/role.js';
import { policy } from './decider.js';
import { DEFAULT_POLICY } from './default-policy.js';
import type { PolicyEvent } from './events.js';
import type { Policy } from './policy.js';

const by = (...roles: Role[]) => ({ now: '2021-04-01T09:00:00.000Z', actor: { person: 'p1', roles } });
const adopt = (adopted: Policy) => ({ type: 'AdoptPolicy', policy: adopted }) as const;
const adopted = (version: number): PolicyEvent => ({
  type: 'PolicyAdopted',
  facts: { policy: { ...DEFAULT_POLICY, version } },
  narrative: null,
});

describe('adopting a policy', () => {
  it.each<Role>(['qa-lead', 'administrator'])('is done by a person who is %s', (role) => {
    given(policy, []).when(adopt(DEFAULT_POLICY), by(role)).then(adopted(1));
  });

  it('is done by the product itself when it sets an authority up', () => {
    const setUp = { ...by(), actor: { person: 'p1', roles: [], process: 'set-up' } };
    given(policy, []).when(adopt(DEFAULT_POLICY), setUp).then(adopted(1));
  });

  it('is refused to everybody else', () => {
    given(policy, []).when(adopt(DEFAULT_POLICY), by('service-leader')).thenRefused('not-permitted');
  });

  it('takes exactly the next version', () => {
    const third = adopt({ ...DEFAULT_POLICY, version: 3 });
    given(policy, [adopted(1), adopted(2)])
      .when(third, by('qa-lead'))
      .then(adopted(3));
  });

  it.each([
    [[], 0],
    [[], 2],
    [[adopted(1)], 1],
    [[adopted(1)], 3],
  ])('is refused after %j with version %i', (history, version) => {
    given(policy, history)
      .when(adopt({ ...DEFAULT_POLICY, version }), by('qa-lead'))
      .thenRefused('policy-version', { next: history.length + 1 });
  });

  it('replaces the one before', () => {
    expect(policy.evolve({ current: DEFAULT_POLICY }, adopted(2)).current?.version).toBe(2);
  });
});

describe('a policy that cannot be adopted', () => {
  const {
    figures,
    workingDays,
    actionDue,
    moderation,
    sampling,
    reAudit,
    escalation,
    actions,
    external,
    capacity,
  } = DEFAULT_POLICY;

  const withNumber = (path: string, value: number): Policy => {
    const copy = JSON.parse(JSON.stringify(DEFAULT_POLICY)) as Record<string, unknown>;
    const keys = path.split('.');
    const last = keys.pop() as string;
    const part = keys.reduce((into, key) => into[key] as Record<string, unknown>, copy);
    part[last] = value;
    return copy as unknown as Policy;
  };

  const numbers = Object.entries({
    ...{ workingDays, actionDue, sampling, reAudit },
    ...{ escalation, actions, external, capacity, figures },
  })
    .flatMap(([part, values]) =>
      Object.entries(values).flatMap(([key, value]) => (typeof value === 'number' ? [`${part}.${key}`] : [])),
    )
    .concat('moderation.randomSharePercent');

  it('is tried for every number that a policy holds', () => {
    expect(numbers).toHaveLength(28);
  });

  it.each(numbers)('has a %s that is negative, broken, endless or not a number', (path) => {
    for (const value of [-1, 2.5, 1e6, Infinity, Number.NaN]) {
      given(policy, [])
        .when(adopt(withNumber(path, value)), by('qa-lead'))
        .thenRefused('policy-invalid');
    }
  });

  it.each(
    numbers.filter((path) => /^(workingDays|actionDue|escalation|external|capacity)|Weeks$/.test(path)),
  )('has a %s of nothing', (path) => {
    given(policy, [])
      .when(adopt(withNumber(path, 0)), by('qa-lead'))
      .thenRefused('policy-invalid');
  });

  it.each<[string, Partial<Policy>]>([
    ['gives urgent actions longer than high ones', { actionDue: { ...actionDue, urgent: 11 } }],
    ['gives high actions longer than medium ones', { actionDue: { ...actionDue, high: 21 } }],
    ['gives medium actions longer than low ones', { actionDue: { ...actionDue, medium: 31 } }],
    ['asks of outside reviewers more than the most', { external: { ...external, fewest: 61 } }],
    ['calls less reliable what agrees more', { external: { ...external, limitsFromPercent: 61 } }],
    ['ends re-audits before they begin', { reAudit: { ...reAudit, fromWeeks: 13 } }],
    [
      'names a kind of cycle twice',
      { sampling: { ...sampling, repeatAllowedFor: ['dip-sample', 'dip-sample'] } },
    ],
    ['names no kind of cycle', { sampling: { ...sampling, repeatAllowedFor: ['yearly' as 'core'] } }],
    ['names a grade twice', { moderation: { ...moderation, grades: ['good', 'good'] } }],
    ['has no code for an area', { areas: [{ code: 'North East', teams: ['North'] }] }],
    ['has an area without teams', { areas: [{ code: 'north', teams: [] }] }],
    [
      'has a team in two areas',
      {
        areas: [
          { code: 'north', teams: ['Northgate'] },
          { code: 'south', teams: [' northgate'] },
        ],
      },
    ],
    ['publishes by an impossible count', { figures: { ...figures, fewestPublished: 0 } }],
    ['names no grade of the scale', { moderation: { ...moderation, grades: ['excellent' as 'good'] } }],
  ])('%s', (_what, change) => {
    given(policy, [])
      .when(adopt({ ...DEFAULT_POLICY, ...change }), by('qa-lead'))
      .thenRefused('policy-invalid');
  });

  it('is told everything that is wrong at once', () => {
    const wrong: Policy = {
      ...DEFAULT_POLICY,
      reAudit: { ...reAudit, sharePercent: 101 },
      escalation: { ...escalation, immediateRiskHours: 169 },
    };
    given(policy, [])
      .when(adopt(wrong), by('qa-lead'))
      .thenRefused('policy-invalid', {
        faults: [
          'reAudit.sharePercent must be a whole number from 0 to 100.',
          'escalation.immediateRiskHours must be a whole number from 1 to 168.',
        ],
      });
  });

  it('is not one that switches off what may be switched off', () => {
    const quiet: Policy = {
      ...DEFAULT_POLICY,
      moderation: { ...moderation, randomSharePercent: 0, grades: [], unapprovedAuditors: false },
      actions: { dueSoonWorkingDays: 0 },
      verification: { outsideTeamForInadequate: false },
      feedbackRequired: false,
      sampling: { monthsBetweenSamples: 0, minimumPerStratum: 0, repeatAllowedFor: [] },
      reAudit: { ...reAudit, sharePercent: 0 },
    };
    given(policy, [])
      .when(adopt(quiet), by('qa-lead'))
      .then({ type: 'PolicyAdopted', facts: { policy: quiet }, narrative: null });
  });
});
