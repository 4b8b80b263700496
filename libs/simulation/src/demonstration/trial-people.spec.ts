import { describe, expect, it } from '@jest/globals';
import { ROLES } from '#audit-cycle';
import { trialPeople } from './trial-people.js';

describe('the people whom a visitor can act as', () => {
  it('are one for every role', () => {
    const people = trialPeople('2026-11-22');
    expect(people.map(({ role }) => role).sort()).toEqual([...ROLES].sort());
    expect(new Set(people.map(({ id }) => id)).size).toBe(ROLES.length);
  });

  it('stay the same whenever somebody asks', () => {
    expect(trialPeople('2027-05-03')).toEqual(trialPeople('2026-11-22'));
  });
});
