import { beforeAll, describe, expect, it } from '@jest/globals';
import { CHARACTERISTICS, type CharacteristicsList } from '#audit-cycle';
import {
  actionCompletion,
  equalityOf,
  gradingDistribution,
  isWithheld,
  type EqualityAnswer,
  type ViewReader,
} from '#views';
import { populationFor } from '../population/population-size.js';
import { liveThrough } from '../running/programme.js';
import { inMemory, onRecord, only, recordOf, toldBy } from '../testing/a-record.js';
import { viewsOf } from '../testing/views-of.js';
import { april2021 } from './april-2021.js';
import { DEMONSTRATION, demonstrationWorld } from './made-up-authority.js';

const { authority, name, begin, seed } = DEMONSTRATION;
const TODAY = '2022-12-31';

describe('the demonstration, from made-up lists to a closed cycle', () => {
  let views: ViewReader;
  let cycle: string;
  let list: CharacteristicsList;

  beforeAll(async () => {
    const world = demonstrationWorld('2025-11-01', { cases: 35, population: populationFor(35) });
    const stores = inMemory();
    list = await onRecord(stores, async (ports) => {
      const programme = {
        ...{ authority, name, begin },
        drawSeed: 'from-seed' as const,
        until: `${TODAY}T12:00:00.000Z`,
      };
      await liveThrough({ ...programme, cycles: [april2021(seed, world.chance)] }, world, ports);
      const told = (await recordOf(stores, authority)).map(toldBy);
      const [imported] = only(told, 'PopulationImported');
      cycle = imported!.id;
      return ports.characteristics.open(authority, cycle, imported!.facts.characteristics!.digest);
    });
    views = await viewsOf(authority, await recordOf(stores, authority));
  });

  it.each(CHARACTERISTICS)('has figures by %s that add up to those of the cycle', async (characteristic) => {
    const found = await equalityOf(
      views,
      { authority, cycle, characteristic, today: TODAY },
      async () => list,
    );
    const answer = found as EqualityAnswer;
    const grades = await gradingDistribution(views, { authority, cycle, stage: 'final' });
    const actions = await actionCompletion(views, { authority, cycle, today: TODAY });
    expect(answer.list.children).toBe(430);
    expect(isWithheld(answer.list.known) || answer.list.known > 300).toBe(true);
    expect(answer.grades.whole).toMatchObject({ n: 35, goodOrBetter: { n: 23, of: 30, percent: 76.7 } });
    expect(answer.grades.whole.cells.map(({ count }) => count)).toEqual(grades!.rows.map(({ n }) => n));
    expect(answer.actions.whole).toMatchObject({ n: actions!.set, open: actions!.open });
    expect(actions!.set).toBeGreaterThan(0);
    for (const { child } of list.children) expect(JSON.stringify(answer)).not.toContain(child);
    expect(isWithheld(answer.grades.groups) || answer.grades.groups.length > 2).toBe(true);
  });
});
