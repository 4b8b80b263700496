import { beforeAll, describe, expect, it } from '@jest/globals';
import { readAnnexA } from '#annex-a';
import { Chance } from '../chance.js';
import { makeUpPeople } from '../people/make-up-people.js';
import { StepMaker } from '../running/step-maker.js';
import { DEFAULT_SHARES } from '../shares.js';
import { writePopulation } from './write-population.js';

const SIZE = { childInNeed: 60, childProtection: 20, inCare: 30, careExperienced: 25 };

const directory = makeUpPeople(
  {
    begin: '2023-11-01',
    changes: { from: '2024-01-01', to: '2024-06-30' },
    population: SIZE,
    cases: 10,
    shares: DEFAULT_SHARES.people,
  },
  new Chance('population'),
  new StepMaker('simulated', 1),
);

async function population(turn: number, asAt: string): Promise<ReadonlyMap<string, string | null>> {
  const { bytes, workers } = await writePopulation(directory, {
    seed: 1,
    of: 'open-cases',
    asAt,
    size: SIZE,
    turn,
    turns: 4,
  });
  const reading = await readAnnexA(bytes, { fileName: 'lists.xlsx', asAt, headings: {} });
  if (!reading.ok) throw new Error(reading.refusal.message);
  const { children, report } = reading.population;
  expect(report.cohorts).toMatchObject({
    'child-in-need': 60,
    'child-protection': 20,
    'in-care': 30,
    'care-experienced': 25,
  });
  return new Map(
    children.map(({ child, workerAsWritten }) => {
      expect(workers.has(workerAsWritten!)).toBe(true);
      return [child, workerAsWritten];
    }),
  );
}

describe('the population from turn to turn', () => {
  let turns: readonly ReadonlyMap<string, string | null>[];

  beforeAll(async () => {
    turns = [
      await population(0, '2023-12-14'),
      await population(1, '2024-02-14'),
      await population(3, '2024-07-01'),
    ];
  });

  it('keeps its size in every cohort while a few children leave and as many come', () => {
    const [first, second, fourth] = turns.map((turn) => new Set(turn.keys()));
    expect(first!.size).toBe(135);
    expect([...first!].filter((child) => second!.has(child))).toHaveLength(135 - 5);
    expect([...first!].filter((child) => fourth!.has(child))).toHaveLength(135 - 15);
  });

  it('names whoever carries the case by then', () => {
    const [first, , fourth] = turns;
    const left = new Set(
      directory.all().flatMap(({ name, left: on }) => (on !== null && on < '2024-07-01' ? [name] : [])),
    );
    expect([...first!.values()].some((worker) => left.has(worker!))).toBe(true);
    expect([...fourth!.values()].some((worker) => left.has(worker!))).toBe(false);
  });
});
