import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { DRAWN, FRAME_DIGEST, IMPORTED, PLANNED, cycleAfter } from '../testing/a-cycle.js';
import { inAuthority } from '../testing/a-cycle-decision.js';
import { MOST_ADDED_BY_HAND, type AddedChild } from './added-child.js';
import type { AddChildren } from './commands.js';
import type { Addition } from './context.js';
import { cycle } from './decider.js';

const child = (id: string, rest: Partial<AddedChild> = {}): AddedChild => ({
  ...{ child: id, cohort: 'in-care', team: 'north', worker: 'worker', family: null },
  ...rest,
});
const add = (rest: Partial<AddChildren> = {}): AddChildren => ({
  type: 'AddChildren',
  children: [child('c8'), child('c9', { cohort: 'child-protection', family: 'family-0' })],
  reasonCode: 'left-out',
  reason: 'They came after the list was made.',
  ...rest,
});
const ADDITION: Addition = {
  ...{ to: FRAME_DIGEST, frame: 'a'.repeat(64), report: 'b'.repeat(64) },
  ...{ alreadyIn: 0, unknownWorkers: [] },
};
const lead = (rest: Partial<Addition> = {}): ReturnType<typeof inAuthority> =>
  inAuthority('lead', { addition: { ...ADDITION, ...rest } });
const ADDED = {
  type: 'PopulationImported',
  facts: {
    ...IMPORTED.facts,
    source: 'by-hand',
    ...{ frame: ADDITION.frame, report: ADDITION.report },
    ...{ children: 8, cohorts: { 'in-care': 4, 'child-protection': 4 } },
    addedByHand: 2,
    addition: { to: FRAME_DIGEST, children: 2, reasonCode: 'left-out', by: 'lead' },
  },
  narrative: { reason: 'They came after the list was made.' },
} as const;
const twenty = Array.from({ length: MOST_ADDED_BY_HAND }, (_, n) => child(`n${n}`));
const imported = given(cycle, [PLANNED, IMPORTED]);

describe('Adding children by hand', () => {
  it('freezes a new frame, and keeps what the lists said beside who was added', () => {
    imported.when(add(), lead()).then(ADDED);
    expect(cycleAfter(PLANNED, IMPORTED, ADDED)).toMatchObject({
      status: 'planned',
      population: { frame: ADDITION.frame, children: 8, addedByHand: 2 },
    });
  });

  it('may be done again, to the frame with those who were added before', () => {
    const facts = {
      ...{ children: 9, cohorts: { 'in-care': 5, 'child-protection': 4 }, addedByHand: 3 },
      ...{ frame: '3'.repeat(64), addition: { ...ADDED.facts.addition, to: ADDITION.frame, children: 1 } },
    };
    given(cycle, [PLANNED, IMPORTED, ADDED])
      .when(add({ children: [child('c7')] }), lead({ to: ADDITION.frame, frame: facts.frame }))
      .then({ ...ADDED, facts: { ...ADDED.facts, ...facts } });
  });

  it('counts a cohort that the lists had nobody of', () => {
    const planned = { ...PLANNED, facts: { ...PLANNED.facts, cohorts: [] } };
    const facts = {
      ...{ children: 7, cohorts: { ...IMPORTED.facts.cohorts, 'care-experienced': 1 }, addedByHand: 1 },
      addition: { ...ADDED.facts.addition, children: 1 },
    };
    given(cycle, [planned, IMPORTED])
      .when(add({ children: [child('c9', { cohort: 'care-experienced' })] }), lead())
      .then({ ...ADDED, facts: { ...ADDED.facts, ...facts } });
  });

  it('is undone by another import: its lists have whom they have', () => {
    const { addedByHand, addition } = IMPORTED.facts;
    given(cycle, [PLANNED, IMPORTED, ADDED])
      .when({ type: 'ImportPopulation', ...IMPORTED.facts }, lead())
      .then(IMPORTED);
    expect(cycleAfter(PLANNED, IMPORTED, ADDED, IMPORTED)).toMatchObject({
      population: { addedByHand, addition, children: 6 },
    });
  });

  it('needs a population to add to, and ends with the draw', () => {
    given(cycle, [PLANNED]).when(add(), lead()).thenRefused('population-missing');
    given(cycle, [PLANNED, IMPORTED])
      .when(add(), inAuthority('lead', { addition: null }))
      .thenRefused('population-missing');
    given(cycle, [PLANNED, IMPORTED, DRAWN]).when(add(), lead()).thenRefused('already-drawn');
  });

  it('is refused when the frame is another one by now', () => {
    imported.when(add(), lead({ to: '9'.repeat(64) })).thenRefused('frame-differs');
  });

  it('needs a reason, as a code and in words', () => {
    imported.when(add({ reasonCode: 'Left out' }), lead()).thenRefused('code-malformed');
    imported.when(add({ reason: ' ' }), lead()).thenRefused('reason-missing');
  });

  it(`is for a few: at least one, and of a population ${MOST_ADDED_BY_HAND} at most`, () => {
    imported.when(add({ children: [] }), lead()).thenRefused('children-missing');
    const most = { ...ADDED.facts, addedByHand: 20, children: 26 };
    expect(cycle.decide(add({ children: twenty }), cycleAfter(PLANNED, IMPORTED), lead())).toMatchObject({
      ok: true,
      events: [{ facts: { addedByHand: 20, children: 26 } }],
    });
    given(cycle, [PLANNED, IMPORTED, { ...ADDED, facts: most }])
      .when(add({ children: [child('c9')] }), lead({ to: most.frame }))
      .thenRefused('too-many-by-hand', { most: 20, already: 20, asked: 1 });
    imported.when(add({ children: [...twenty, child('c9')] }), lead()).thenRefused('too-many-by-hand');
  });

  it.each(['child', 'team', 'worker', 'family'] as const)('needs a %s that says something', (what) => {
    imported.when(add({ children: [child('c9', { [what]: '' })] }), lead()).thenRefused('child-incomplete');
    if (what !== 'worker')
      imported
        .when(add({ children: [child('c9', { [what]: '  ' })] }), lead())
        .thenRefused('child-incomplete');
  });

  it('is for children whom the cycle may draw', () => {
    imported
      .when(add({ children: [child('c9', { cohort: 'contact' })] }), lead())
      .thenRefused('outside-scope', { cohorts: ['contact'] });
  });

  it('names each child once, however the id is spaced', () => {
    imported.when(add({ children: [child('c9'), child(' c9 ')] }), lead()).thenRefused('child-twice');
  });

  it('refuses who is in the frame already, and says how many but not who', () => {
    imported.when(add(), lead({ alreadyIn: 1 })).thenRefused('already-in-frame', { count: 1 });
  });

  it('refuses a worker who is in no directory', () => {
    imported
      .when(add(), lead({ unknownWorkers: ['stranger'] }))
      .thenRefused('unknown-worker', { people: ['stranger'] });
  });

  it('is for a QA lead', () => {
    imported.when(add(), inAuthority('leader')).thenRefused('not-permitted');
  });
});
