import { isHere, type ChildId } from '#audit-cycle';
import type { CyclePlan } from '../cycle-plan.js';
import { MADE_UP } from '../story/made-up-texts.js';
import type { World } from '../story/world.js';
import { momentOf } from '../working-time.js';
import { acting } from './step-maker.js';
import type { Step } from './step.js';

/**
 * Looking through the list of cases, somebody finds a child that they know in their own life, and says so before anything is allocated.
 * Of children whom no cycle had before: what somebody has of the others already would be taken from them.
 */
export function discoverTies(
  { chance, directory, maker, shares }: World,
  children: readonly ChildId[],
  { key, opensOn, closesOn }: CyclePlan,
): readonly Step[] {
  const auditors = directory
    .holding('auditor')
    .filter((one) => isHere(one, opensOn) && isHere(one, closesOn));
  return children
    .filter((child) => chance.happens(shares.allocation.knownToSomebody, `tie/${key}/${child}`))
    .map((child, n) => {
      const person = chance.pick(auditors, `tie/${child}`);
      directory.remember(person.id, child);
      const explanation = `${MADE_UP} A neighbour.`;
      const command = { type: 'RegisterConflict', child, relationship: 'personal', explanation } as const;
      const at = momentOf(opensOn, 45 + n);
      return maker.step(at, acting(person), { kind: 'person', id: person.id, command }, `tie/${child}`);
    });
}
