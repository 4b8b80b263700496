import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { upcast, type Refusal, type Sample } from '#audit-cycle';
import { canonicalBytes, factsOf, sha256Hex, streamName } from '#event-log';
import { checkSample, samplePrecision, sizesOf } from '#population';
import { cycleFromLog } from '#simulation';
import { EXIT, type ExitCode } from '../exit-code.js';
import { count, print, printRefusal } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';
import { actingPerson, type ActingOptions } from './acting.js';
import { isPublishedFrame, isPublishedSample } from './published-sample.js';
import { readJson } from './reading.js';

export interface CycleOptions {
  readonly authority: string;
  readonly cycle: string;
  readonly json: boolean;
}

export interface DrawOptions extends CycleOptions, ActingOptions {
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

/** `sample --check --cycle ID`: draws it again from the stored frame and the recorded seed. */
export async function checkCycleSample(
  touchstone: Touchstone,
  around: Surroundings,
  options: CycleOptions,
): Promise<ExitCode> {
  const material = await drawnMaterial(touchstone, options);
  if ('code' in material) return printRefusal(around, options.json, material);
  return tell(around, options.json, material.frame, material.sample);
}

/** `sample --check --frame FILE --sample FILE`: the same on any machine, with nothing but two files. */
export async function checkSampleFiles(
  around: Surroundings,
  { frame, sample, json }: { readonly frame: string; readonly sample: string; readonly json: boolean },
): Promise<ExitCode> {
  const [population, drawn] = [await readJson(around, frame), await readJson(around, sample)];
  if ('code' in population) return printRefusal(around, json, population);
  if ('code' in drawn) return printRefusal(around, json, drawn);
  if (!isPublishedFrame(population.value)) return printRefusal(around, json, notOne('frame', frame));
  if (!isPublishedSample(drawn.value)) return printRefusal(around, json, notOne('sample', sample));
  return tell(around, json, population.text, drawn.value);
}

/** `sample --export FOLDER --cycle ID`: writes the two files that anybody needs to draw the sample again. */
export async function exportSample(
  touchstone: Touchstone,
  around: Surroundings,
  { folder, ...options }: CycleOptions & { readonly folder: string },
): Promise<ExitCode> {
  const material = await drawnMaterial(touchstone, options);
  if ('code' in material) return printRefusal(around, options.json, material);
  const files = { frame: join(folder, 'frame.json'), sample: join(folder, 'sample.json') };
  await around.writeFile(files.frame, Buffer.from(material.frame));
  await around.writeFile(files.sample, canonicalBytes(material.sample));
  print(around, options.json, files, [`Written: ${files.frame} and ${files.sample}`]);
  return EXIT.done;
}

const notOne = (what: 'frame' | 'sample', path: string): Refusal => ({
  code: `not-a-${what}`,
  message: `${path} is not a ${what} as "sample --export" writes it. Name the right file with --${what}.`,
});

function tell(around: Surroundings, json: boolean, frame: string, sample: Sample): ExitCode {
  const check = checkSample(frame, sample, sha256Hex);
  print(around, json, check, [
    check.same
      ? `The same: ${count(check.cases)} cases, drawn again from the frame ${sample.frame} and the seed ${sample.seed}`
      : `NOT the same. ${check.reason}`,
  ]);
  return check.same ? EXIT.done : EXIT.refused;
}

async function drawnMaterial(
  touchstone: Touchstone,
  { authority, cycle }: CycleOptions,
): Promise<{ readonly frame: string; readonly sample: Sample } | Refusal> {
  const sample = await lastSample(touchstone, authority, cycle);
  if (sample === null)
    return { code: 'not-found', message: `The authority ${authority} has no cycle ${cycle} with a sample.` };
  const bytes = await touchstone.blobs.get(authority, sample.frame);
  if (bytes === null)
    return { code: 'frame-missing', message: `The frame ${sample.frame} is not stored here any more.` };
  return { frame: Buffer.from(bytes).toString('utf8'), sample };
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
    `Seed ${sample.seed}${sample.seedSource === 'supplied' ? ' (supplied, not drawn by the server)' : ''}`,
    `Frame ${sample.frame}`,
    samplePrecision(sizesOf(sample))?.inWords ?? 'Nobody was drawn',
  ];
}
