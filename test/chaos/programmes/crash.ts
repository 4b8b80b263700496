import { attackAndLook, undisturbed } from '../crash/findings.js';
import type { Outcome, Programme } from './programme.js';

const SIZES = {
  short: { programmes: 1, cases: 6, kills: 2, atMost: 20 },
  long: { programmes: 5, cases: 30, kills: 8, atMost: 30 },
} as const;

/** The whole product below the pages: commands decided, appended and carried on with, and views kept level, in one process. */
export const crash: Programme = {
  name: 'crash',
  claim:
    'A process that is killed at any moment, with its PostgreSQL or without, ends with the record of one that nobody killed, and with the views of a rebuild.',
  async run(_ground, { seed, size }) {
    const findings: string[] = [];
    const did = { kills: 0, acknowledgements: 0 };
    for (let n = 0; n < SIZES[size].programmes; n++) {
      const one = await killOne(seed * SIZES[size].programmes + n, SIZES[size]);
      findings.push(...one.findings);
      did.kills += one.did.kills;
      did.acknowledgements += one.did.acknowledgements;
    }
    return { findings, did };
  },
};

async function killOne(
  seed: number,
  { cases, kills, atMost }: (typeof SIZES)[keyof typeof SIZES],
): Promise<Outcome & { readonly did: Record<'kills' | 'acknowledgements', number> }> {
  const { run, lost, record, views } = await attackAndLook({ seed, cases, kills, atMost });
  const findings = lost.map((what) => `acknowledged, and not in the record: ${what}`);
  if (run.kills.length !== kills)
    findings.push(`only ${run.kills.length} of ${kills} kills were carried out before all was done`);
  if (record !== (await undisturbed(seed, cases)))
    findings.push('the record is not that of the same programme undisturbed');
  for (const { view, attacked, rebuilt } of views)
    if (attacked !== rebuilt) findings.push(`${view} has rows that are not those of a rebuild`);
  return { findings, did: { kills: run.kills.length, acknowledgements: run.acknowledged.length } };
}
