import { describe, expect, it } from '@jest/globals';
import { Chance } from '../chance.js';
import { populationFor } from '../population/population-size.js';
import { StepMaker } from '../running/step-maker.js';
import { DEFAULT_SHARES } from '../shares.js';
import { makeUpPeople } from './make-up-people.js';

const SEEDS = Array.from({ length: 60 }, (_, n) => 20261100 + n);

describe('made-up people', () => {
  it('end no membership and no line of management before it began, whoever goes on the same day', () => {
    const backwards = SEEDS.flatMap((seed) => {
      const directory = makeUpPeople(
        {
          begin: '2023-11-02',
          changes: { from: '2024-01-01', to: '2024-03-01' },
          population: populationFor(30),
          cases: 30,
          shares: DEFAULT_SHARES.people,
        },
        new Chance(`simulation/${seed}`),
        new StepMaker('spec', seed),
      );
      const ties = directory.all().flatMap(({ memberships, managers }) => [...memberships, ...managers]);
      return ties.filter(({ from, to }) => to !== null && to < from).map((tie) => ({ seed, tie }));
    });
    expect(backwards).toEqual([]);
  });
});
