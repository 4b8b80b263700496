import fc from 'fast-check';
import { EVERY_CELL } from './cells.js';
import { run } from './run.js';
import { setScene } from './scene.js';

export interface Played {
  /** What broke, with the smallest run that shows it; none for a sound product. */
  readonly findings: readonly string[];
  readonly runs: number;
  readonly accepted: number;
  readonly refused: number;
  /** Cells of state and command that never came up. */
  readonly unmet: readonly string[];
}

const LONGEST_STORY = 15;

/** Random people give random commands to an authority in the middle of its work, and nothing may break what must always hold. */
export async function play(seed: number, numRuns: number, commands: number): Promise<Played> {
  const scene = await setScene();
  const met = new Set<string>();
  const did = { runs: 0, accepted: 0, refused: 0 };
  const step = fc.noBias(fc.integer({ min: 0, max: 2 ** 31 - 1 }));
  const steps = fc.array(step, { minLength: commands, maxLength: commands });
  const property = fc.asyncProperty(steps, async (drawn) => {
    const { findings, cells, said } = await run(scene, drawn);
    did.runs += 1;
    for (const one of cells) {
      met.add(one);
      did[one.endsWith(' accepted') ? 'accepted' : 'refused'] += 1;
    }
    if (findings.length > 0)
      throw new Error([...findings, 'after:', ...said.slice(-LONGEST_STORY)].join('\n  '));
  });
  const told = await fc.check(property, { seed, numRuns });
  const findings = told.failed ? [String(told.errorInstance)] : [];
  return { findings, ...did, unmet: EVERY_CELL.filter((one) => !met.has(one)) };
}
