import { describe, expect, it } from '@jest/globals';
import { accept, refuse, type Decider, type EventOf } from './decider.js';
import { given } from './testing.js';

type Counted = EventOf<'Counted', { by: number }>;

const counted = (by: number): Counted => ({ type: 'Counted', facts: { by }, narrative: null });

const counter: Decider<{ total: number }, { add: number }, Counted, { most: number }> = {
  initialState: { total: 0 },
  evolve: ({ total }, { facts }) => ({ total: total + facts.by }),
  decide: ({ add }, { total }, { most }) =>
    total + add > most ? refuse('too-many', 'That is too many.', { total }) : accept(counted(add)),
};

describe('given, when, then', () => {
  const within10 = { most: 10 };

  it('passes when the decision is what was said', () => {
    given(counter, [counted(4)])
      .when({ add: 6 }, within10)
      .then(counted(6));
    given(counter, [counted(4)])
      .when({ add: 7 }, within10)
      .thenRefused('too-many', { total: 4 });
  });

  it('fails on another event, one too few, and a refusal', () => {
    const one = given(counter, []).when({ add: 1 }, within10);
    expect(() => one.then(counted(2))).toThrow();
    expect(() => one.then()).toThrow();
    expect(() => given(counter, []).when({ add: 11 }, within10).then(counted(11))).toThrow();
  });

  it('fails on another code, other details, and an acceptance', () => {
    const tooMany = given(counter, []).when({ add: 11 }, within10);
    expect(() => tooMany.thenRefused('other')).toThrow();
    expect(() => tooMany.thenRefused('too-many', { total: 1 })).toThrow();
    expect(() => given(counter, []).when({ add: 1 }, within10).thenRefused('too-many')).toThrow();
  });

  it('fails a refusal whose message is no sentence', () => {
    const curt = { ...counter, decide: () => refuse('too-many', 'nope') };
    expect(() => given(curt, []).when({ add: 1 }, within10).thenRefused('too-many')).toThrow();
  });

  it('fails a decider that changes its state', () => {
    const careless: typeof counter = { ...counter, evolve: (state) => Object.assign(state, { total: 1 }) };
    expect(() => given(careless, [counted(1)]).when({ add: 1 }, within10)).toThrow(TypeError);
  });
});
