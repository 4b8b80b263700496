import { randomUUID } from 'node:crypto';
import { EXIT, type ExitCode } from '../exit-code.js';
import { count, print, printRefusal } from '../report.js';
import type { Surroundings, Touchstone } from '../touchstone.js';
import { cycleFromLog } from '#simulation';
import { actingPerson, type ActingOptions } from './acting.js';
import { supplied } from './drawn-material.js';

export interface DrawReAuditsOptions extends ActingOptions {
  readonly cycle: string;
  readonly seed?: string;
  readonly json: boolean;
}

/** `sample --re-audits --cycle ID`: draws re-audits from the audits that are due for it; what is drawn is selected. */
export async function drawReAudits(
  touchstone: Touchstone,
  around: Surroundings,
  options: DrawReAuditsOptions,
): Promise<ExitCode> {
  const { authority, cycle, seed, json } = options;
  const actor = await actingPerson(touchstone, options);
  if ('code' in actor) return printRefusal(around, json, actor);
  const answer = await touchstone.gateway.execute({
    ...{ authority, actor, commandId: randomUUID() },
    order: {
      kind: 'cycle',
      id: cycle,
      command: { type: 'DrawReAudits', ...(seed === undefined ? {} : { seed }) },
    },
  });
  if (!answer.ok) return printRefusal(around, json, answer.refusal);
  await touchstone.simulation.settle(authority, answer.position);
  const { state } = await cycleFromLog(touchstone.log)(authority, cycle);
  const draw = state.status === 'not-planned' ? undefined : state.reAuditDraws.at(-1);
  if (draw === undefined) throw new Error(`The draw of re-audits of the cycle ${cycle} cannot be read again`);
  const drawn = draw.chosen.filter(({ rule }) => rule === 'drawn').length;
  print(around, json, { cycle, draw }, [
    `${count(drawn)} of ${count(draw.eligible)} audits drawn: ${draw.sharePercent} %, a part counts as a whole one`,
    `${count(draw.chosen.length - drawn)} more because their grade is inadequate`,
    `Seed ${draw.seed}${supplied(draw.seedSource)}`,
    `List ${draw.eligibleDigest}`,
  ]);
  return EXIT.done;
}
