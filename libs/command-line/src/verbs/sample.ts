import { randomUUID } from 'node:crypto';
import { upcast, type Sample } from '#audit-cycle';
import { factsOf, streamName } from '#event-log';
import { samplePrecision, sizesOf } from '#population';
import { cycleFromLog } from '#simulation';
import { EXIT, type ExitCode } from '../exit-code.js';
import { count, print, printRefusal } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';
import { actingPerson, type ActingOptions } from './acting.js';
import { supplied } from './drawn-material.js';

export interface DrawOptions extends ActingOptions {
  readonly cycle: string;
  readonly json: boolean;
  readonly size: number;
  /** At least so many from each cohort; left out, what the cycle's policy says. */
  readonly minimum?: number;
  readonly seed?: string;
  readonly redrawReason?: string;
}

/** `sample --cycle ID --size N`: draws the sample of a cycle whose population is imported. */
export async function drawCycleSample(
  touchstone: Touchstone,
  around: Surroundings,
  options: DrawOptions,
): Promise<ExitCode> {
  const { authority, cycle, size, minimum, seed, redrawReason, json } = options;
  const actor = await actingPerson(touchstone, options);
  if ('code' in actor) return printRefusal(around, json, actor);
  const answer = await touchstone.gateway.execute({
    authority,
    actor,
    commandId: randomUUID(),
    order: {
      kind: 'cycle',
      id: cycle,
      command: {
        type: 'DrawSample',
        size,
        minimumPerStratum: minimum ?? (await policyMinimum(touchstone, authority, cycle)),
        ...(seed === undefined ? {} : { seed }),
        ...(redrawReason === undefined ? {} : { redrawReason: { code: 'redrawn', text: redrawReason } }),
      },
    },
  });
  if (!answer.ok) return printRefusal(around, json, answer.refusal);
  const sample = (await lastSample(touchstone, authority, cycle))!;
  print(around, json, { cycle, sample, precision: samplePrecision(sizesOf(sample)) }, describe(sample));
  return EXIT.done;
}

/** Of a cycle that there is not, any number will do: drawing is refused. */
async function policyMinimum({ log }: Touchstone, authority: string, cycle: string): Promise<number> {
  const { state } = await cycleFromLog(log)(authority, cycle);
  return state.status === 'not-planned' ? 0 : state.policy.sampling.minimumPerStratum;
}

async function lastSample({ log }: Touchstone, authority: string, cycle: string): Promise<Sample | null> {
  const events = await log.readStream(streamName(authority, 'cycle', cycle));
  const drawn = events.findLast(
    ({ header }) => header.type === 'SampleDrawn' || header.type === 'SampleRedrawn',
  );
  if (drawn === undefined) return null;
  const { type, schema } = drawn.header;
  return (upcast(type, schema, { facts: factsOf(drawn) }).facts as { sample: Sample }).sample;
}

function describe(sample: Sample): string[] {
  const population = sample.strata.reduce((sum, { inFrame }) => sum + inFrame, 0);
  return [
    `${count(sample.size)} of ${count(population)} children drawn`,
    ...sample.strata.map(
      ({ stratum, inFrame, eligible, chosen }) =>
        `  ${stratum}: ${count(chosen.length)} of ${count(eligible)} that could be drawn (${count(inFrame)} in the frame)`,
    ),
    ...sample.exclusions.map(
      ({ reasonCode, indices }) => `  left out, ${reasonCode}: ${count(indices.length)}`,
    ),
    `Seed ${sample.seed}${supplied(sample.seedSource)}`,
    `Frame ${sample.frame}`,
    samplePrecision(sizesOf(sample))?.inWords ?? 'Nobody was drawn',
  ];
}
