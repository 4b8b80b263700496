import { benchCase } from './cases.js';
import { withField, type Bench, type Field } from './field.js';
import { measureFigures } from './figures.js';
import type { MeasuredCase } from './measured-case.js';
import { measureRebuild } from './rebuild.js';
import { measureInRounds } from './rounds.js';
import type { CaseName } from './settings.js';

/** Measures every case that was asked for, one after the other. */
export const measureAll = (bench: Bench): Promise<readonly MeasuredCase[]> =>
  withField(bench, async (field) => {
    const measured: MeasuredCase[] = [];
    for (const name of bench.settings.cases) measured.push(await measureOne(bench, field, name));
    return measured;
  });

async function measureOne(bench: Bench, field: Field, name: CaseName): Promise<MeasuredCase> {
  if (name === 'rebuild-1m') return measureRebuild(bench, field);
  if (name === 'figures') return measureFigures(bench, field);
  return measureInRounds(await benchCase(bench, field, name), bench);
}
