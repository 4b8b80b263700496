import { benchCase } from './cases.js';
import { withField, type Bench } from './field.js';
import type { MeasuredCase } from './measured-case.js';
import { measureRebuild } from './rebuild.js';
import { measureInRounds } from './rounds.js';

/** Measures every case that was asked for, one after the other. */
export const measureAll = (bench: Bench): Promise<readonly MeasuredCase[]> =>
  withField(bench, async (field) => {
    const measured: MeasuredCase[] = [];
    for (const name of bench.settings.cases) {
      measured.push(
        name === 'rebuild-1m'
          ? await measureRebuild(bench, field)
          : await measureInRounds(await benchCase(bench, field, name), bench),
      );
    }
    return measured;
  });
