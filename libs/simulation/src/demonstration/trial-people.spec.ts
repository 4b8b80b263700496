import { describe, expect, it } from '@jest/globals';
import { ROLES } from '#audit-cycle';
import { trialPeople } from './trial-people.js';

describe('the people whom a visitor can act as', () => {
  it('are one for every role', () => {
    const people = trialPeople('2026-11-22');
    expect(people.map(({ role }) => role).sort()).toEqual([...ROLES].sort());
    expect(new Set(people.map(({ id }) => id)).size).toBe(ROLES.length);
  });

  it('are cleared for equality figures if they look into them, and nobody else is', () => {
    const cleared = trialPeople('2026-11-22').filter((one) => one.cleared.length > 0);
    expect(cleared).toMatchObject([{ role: 'analyst', cleared: ['equality'] }]);
  });

  it('stay the same whenever somebody asks', () => {
    expect(trialPeople('2027-05-03')).toEqual(trialPeople('2026-11-22'));
  });
});
