import type { Refusal } from '#audit-cycle';
import { EXIT, type ExitCode } from '../exit-code.js';
import { print, printRefusal } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';
import { drawnInCycle } from './drawn-in-cycle.js';
import { drawnInRound } from './drawn-in-round.js';
import { check, inWords, type DrawnMaterial } from './drawn-material.js';
import {
  isAuditList,
  isPublishedAudits,
  isPublishedModeration,
  isPublishedReAudits,
  isReAuditList,
} from './published-draws.js';
import { isPublishedFrame, isPublishedSample } from './published-sample.js';
import { readJson } from './reading.js';

/** Of which cycle or review round. */
export interface DrawnWhere {
  readonly authority: string;
  readonly where: { readonly cycle: string } | { readonly round: string };
  readonly json: boolean;
}

/** `sample --check --cycle ID` or `--round ID`: draws again what was drawn there, from what is stored and the recorded seeds. */
export async function checkDrawn(
  touchstone: Touchstone,
  around: Surroundings,
  options: DrawnWhere,
): Promise<ExitCode> {
  const found = await drawnMaterial(touchstone, options);
  return 'code' in found ? printRefusal(around, options.json, found) : tell(around, options.json, found);
}

export const drawnMaterial = (
  touchstone: Touchstone,
  { authority, where }: DrawnWhere,
): Promise<readonly DrawnMaterial[] | Refusal> =>
  'cycle' in where
    ? drawnInCycle(touchstone, authority, where.cycle)
    : drawnInRound(touchstone, authority, where.round);

/** `sample --check --frame FILE --sample FILE`: the same on any machine, with nothing but two files. */
export async function checkSampleFiles(
  around: Surroundings,
  { frame, sample, json }: { readonly frame: string; readonly sample: string; readonly json: boolean },
): Promise<ExitCode> {
  const [list, drawn] = [await readJson(around, frame), await readJson(around, sample)];
  if ('code' in list) return printRefusal(around, json, list);
  if ('code' in drawn) return printRefusal(around, json, drawn);
  if (![isPublishedFrame, isReAuditList, isAuditList].some((is) => is(list.value)))
    return printRefusal(around, json, notOne('frame', frame));
  const material = materialOf(list, drawn.value);
  if (material === null) return printRefusal(around, json, notOne('sample', sample));
  return material === 'other-frame'
    ? printRefusal(around, json, notOne('frame', frame))
    : tell(around, json, [material]);
}

/** `sample --check --moderation FILE`: the random choice of a closed cycle, with nothing but one file. */
export async function checkModerationFile(
  around: Surroundings,
  { moderation, json }: { readonly moderation: string; readonly json: boolean },
): Promise<ExitCode> {
  const read = await readJson(around, moderation);
  if ('code' in read) return printRefusal(around, json, read);
  if (!isPublishedModeration(read.value)) return printRefusal(around, json, notOne('moderation', moderation));
  return tell(around, json, [{ about: 'moderation', choice: read.value }]);
}

function materialOf(
  { text, value: list }: { readonly text: string; readonly value: unknown },
  drawn: unknown,
): DrawnMaterial | 'other-frame' | null {
  if (isPublishedSample(drawn))
    return isPublishedFrame(list) ? { about: 'sample', frame: text, sample: drawn } : 'other-frame';
  if (isPublishedReAudits(drawn))
    return isReAuditList(list) ? { about: 're-audits', list: text, draw: drawn } : 'other-frame';
  if (isPublishedAudits(drawn))
    return isAuditList(list) ? { about: 'audits', list: text, audits: drawn } : 'other-frame';
  return null;
}

const notOne = (what: 'frame' | 'sample' | 'moderation', path: string): Refusal => ({
  code: `not-a-${what}`,
  message: `${path} is not a ${what} as "sample --export" writes it. Name the right file with --${what}.`,
});

/** All of it is the same, or it is not: one thing that differs is enough. */
function tell(around: Surroundings, json: boolean, materials: readonly DrawnMaterial[]): ExitCode {
  const found = materials.map((material) => ({ material, result: check(material) }));
  const worst = (found.find(({ result }) => !result.same) ?? found[0]!).result;
  const checks = found.map(({ material: { about }, result }) => ({ about, ...result }));
  print(
    around,
    json,
    { ...worst, checks },
    found.map(({ material, result }) => inWords(material, result)),
  );
  return worst.same ? EXIT.done : EXIT.refused;
}
