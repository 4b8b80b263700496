import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { DRAWN, IMPORTED, PLANNED, cycleAfter } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import type { ImportPopulation } from './commands.js';
import { cycle } from './decider.js';
import { CYCLE_KINDS } from './kind.js';
import { POPULATIONS } from './population-of.js';

const load = (rest: Partial<ImportPopulation> = {}): ImportPopulation => ({
  type: 'ImportPopulation',
  ...IMPORTED.facts,
  ...rest,
});
const lead = inAuthority('lead');
const { rows } = IMPORTED.facts;

describe('Importing the population', () => {
  it('keeps what was read, used and left out', () => {
    given(cycle, [PLANNED]).when(load(), lead).then(IMPORTED);
  });

  it('may be done again until a sample is drawn, and the later list counts', () => {
    const frame = 'a'.repeat(64);
    const again = { ...IMPORTED, facts: { ...IMPORTED.facts, frame } };
    given(cycle, [PLANNED, IMPORTED]).when(load({ frame }), lead).then(again);
    expect(cycleAfter(PLANNED, IMPORTED, again)).toMatchObject({ status: 'planned', population: { frame } });
  });

  it('ends with the draw', () => {
    given(cycle, [PLANNED, IMPORTED, DRAWN]).when(load(), lead).thenRefused('already-drawn');
  });

  it.each(POPULATIONS.filter((of) => of !== 'open-cases'))('of %s is for a dip sample and no other', (of) => {
    const imported = { ...IMPORTED, facts: { ...IMPORTED.facts, of } };
    const dip = { ...PLANNED, facts: { ...PLANNED.facts, kind: 'dip-sample' } } as const;
    given(cycle, [dip]).when(load({ of }), lead).then(imported);
    for (const kind of CYCLE_KINDS.filter((other) => other !== 'dip-sample')) {
      given(cycle, [{ ...PLANNED, facts: { ...PLANNED.facts, kind } }])
        .when(load({ of }), lead)
        .thenRefused('population-not-for-kind', { of, kind });
    }
  });

  it('refuses rows that were neither used nor left out', () => {
    given(cycle, [PLANNED])
      .when(load({ rows: { ...rows, read: 10 } }), lead)
      .thenRefused('does-not-reconcile');
    given(cycle, [PLANNED])
      .when(load({ rows: { ...rows, read: 8 } }), lead)
      .thenRefused('does-not-reconcile');
  });

  it('refuses characteristics that are of other children, or known of more than there are', () => {
    const known = { ethnicity: 6, age: 0, disability: 5 };
    const told = { digest: 'ab'.repeat(32), children: 6, known };
    given(cycle, [PLANNED])
      .when(load({ characteristics: told }), lead)
      .then({ ...IMPORTED, facts: { ...IMPORTED.facts, characteristics: told } });
    for (const wrong of [
      { ...told, children: 5 },
      { ...told, known: { ...known, age: 7 } },
      { ...told, known: { ...known, age: -1 } },
    ]) {
      given(cycle, [PLANNED])
        .when(load({ characteristics: wrong }), lead)
        .thenRefused('does-not-reconcile');
    }
  });

  it('refuses children who are in no cohort or in two', () => {
    given(cycle, [PLANNED])
      .when(load({ cohorts: { 'in-care': 3 } }), lead)
      .thenRefused('does-not-reconcile', { rows, children: 6, inCohorts: 3 });
    given(cycle, [PLANNED])
      .when(load({ cohorts: { 'in-care': 6, 'child-protection': 1 } }), lead)
      .thenRefused('does-not-reconcile');
  });

  it('refuses a list without children', () => {
    given(cycle, [PLANNED])
      .when(load({ children: 0, cohorts: {} }), lead)
      .thenRefused('population-empty');
  });

  it('refuses a day that is still to come, or none', () => {
    given(cycle, [PLANNED])
      .when(load({ asAt: '2026-04-02' }), lead)
      .thenRefused('in-the-future');
    given(cycle, [PLANNED])
      .when(load({ asAt: '31/03/2026' }), lead)
      .thenRefused('not-a-date');
    given(cycle, [PLANNED])
      .when(load({ asAt: '2026-04-01' }), lead)
      .then({ ...IMPORTED, facts: { ...IMPORTED.facts, asAt: '2026-04-01' } });
  });

  it('is for a QA lead', () => {
    given(cycle, [PLANNED]).when(load(), inAuthority('leader')).thenRefused('not-permitted');
  });
});
