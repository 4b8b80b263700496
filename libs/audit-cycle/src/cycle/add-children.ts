import { accept, refuse, type Decision } from '../decider.js';
import type { Cohort } from '../vocabulary/cohort.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { addedChildren, MOST_ADDED_BY_HAND, type AddedChild } from './added-child.js';
import type { AddChildren } from './commands.js';
import type { Addition, CycleContext } from './context.js';
import type { CycleEvent, PopulationImported } from './events.js';
import type { Cycle } from './state.js';

/**
 * Puts a few children who are in no list into the frame, which is frozen anew with them. What the lists said stays as it was counted.
 * Refusals: not-permitted, already-drawn, population-missing, frame-differs, code-malformed, reason-missing, children-missing,
 * too-many-by-hand, child-incomplete, outside-scope, child-twice, already-in-frame, unknown-worker.
 */
export function addChildren(
  { reasonCode, reason, children: written }: AddChildren,
  { sample, population, cohorts }: Cycle,
  { actor, addition }: CycleContext,
): Decision<CycleEvent> {
  const noRole = needsRole(actor, 'qa-lead');
  if (noRole) return noRole;
  if (sample !== null) {
    return refuse(
      'already-drawn',
      'A sample is drawn from the population as it was; nobody is added any more.',
    );
  }
  if (population === null || addition === null) {
    return refuse('population-missing', 'Import the population first.');
  }
  if (addition.to !== population.frame) {
    return refuse(
      'frame-differs',
      'The population was imported again meanwhile. Add the children once more.',
    );
  }
  const children = addedChildren(written);
  const unfit =
    needsReason({ reasonCode, reason }, 'Say why these children are added, as a code and in words.') ??
    notAFew(children, population) ??
    notForCycle(children, cohorts) ??
    notOnce(children, addition);
  if (unfit) return unfit;
  const { frame, report, to } = addition;
  return accept({
    type: 'PopulationImported',
    facts: {
      ...population,
      source: 'by-hand',
      ...{ frame, report },
      children: population.children + children.length,
      cohorts: counted(children, population.cohorts),
      addedByHand: population.addedByHand + children.length,
      addition: { to, children: children.length, reasonCode, by: actor.person },
    },
    narrative: { reason },
  });
}

function notAFew(
  { length: asked }: readonly AddedChild[],
  { addedByHand: already }: PopulationImported['facts'],
): Decision<never> | null {
  if (asked === 0) return refuse('children-missing', 'Name at least one child to add.');
  return already + asked <= MOST_ADDED_BY_HAND
    ? null
    : refuse(
        'too-many-by-hand',
        `At most ${MOST_ADDED_BY_HAND} children of a population are added by hand, and ${already} are already. Import a list that has the others.`,
        { most: MOST_ADDED_BY_HAND, already, asked },
      );
}

function notForCycle(children: readonly AddedChild[], cohorts: readonly Cohort[]): Decision<never> | null {
  if (children.some(({ child, team, worker, family }) => [child, team, worker, family].includes(''))) {
    return refuse(
      'child-incomplete',
      'Give each child an id, a team and a worker; leave the family out where there is none.',
    );
  }
  const outside = cohorts.length === 0 ? [] : children.filter(({ cohort }) => !cohorts.includes(cohort));
  return outside.length === 0
    ? null
    : refuse('outside-scope', `This cycle draws only from ${cohorts.join(', ')}: nobody else is added.`, {
        cohorts: [...new Set(outside.map(({ cohort }) => cohort))],
      });
}

/** Refusals say how many and never who: an answer is kept in more places than the frame is. */
function notOnce(
  children: readonly AddedChild[],
  { alreadyIn, unknownWorkers }: Addition,
): Decision<never> | null {
  if (new Set(children.map(({ child }) => child)).size < children.length) {
    return refuse('child-twice', 'Name each child once.');
  }
  if (alreadyIn > 0) {
    return refuse(
      'already-in-frame',
      `The population has ${alreadyIn} of these children already. Leave them out: a child has one place in a draw.`,
      { count: alreadyIn },
    );
  }
  return unknownWorkers.length === 0
    ? null
    : refuse('unknown-worker', 'A worker is not in the people directory. Let them join first.', {
        people: unknownWorkers,
      });
}

function counted(
  children: readonly AddedChild[],
  before: PopulationImported['facts']['cohorts'],
): PopulationImported['facts']['cohorts'] {
  const after = { ...before };
  for (const { cohort } of children) after[cohort] = (after[cohort] ?? 0) + 1;
  return after;
}
