import { describe, expect, it } from '@jest/globals';
import type { Population } from '#annex-a';
import { freezeFrame } from './freeze-frame.js';

const ANN = '00000000-0000-4000-8000-00000000000a';
const population: Pick<Population, 'children' | 'workersAsWritten'> = {
  children: [
    { child: 'C-1', cohort: 'in-care', team: 'North', workerAsWritten: 'Ann Ash' },
    { child: 'C-2', cohort: 'child-in-need', team: 'North', workerAsWritten: 'Ash, Ann' },
    { child: 'C-3', cohort: 'child-in-need', team: null, workerAsWritten: null },
  ],
  workersAsWritten: [
    { name: 'Ann Ash', children: 1 },
    { name: 'Ash, Ann', children: 1 },
  ],
  // A frame takes nothing from the report.
};

describe('freezing a frame', () => {
  it('matches a worker by the name that somebody matched before, letter for letter, and guesses nothing', () => {
    const { frame, unmatchedWorkers } = freezeFrame(population, '2026-02-28', new Map([['Ann Ash', ANN]]));
    expect(frame.entries.map(({ worker }) => worker)).toEqual([ANN, null, null]);
    expect(unmatchedWorkers).toEqual([{ name: 'Ash, Ann', children: 1 }]);
  });

  it('holds no name of a worker, matched or not', () => {
    const { bytes } = freezeFrame(population, '2026-02-28', new Map([['Ann Ash', ANN]]));
    expect(Buffer.from(bytes).toString()).not.toMatch(/ann|ash/i);
  });

  it('is the same bytes whenever the population is the same', () => {
    const frozen = (): string =>
      Buffer.from(freezeFrame(population, '2026-02-28', new Map()).bytes).toString();
    expect(frozen()).toBe(frozen());
    expect(JSON.parse(frozen())).toMatchObject({ asAt: '2026-02-28', entries: [{ child: 'C-1' }, {}, {}] });
  });
});
