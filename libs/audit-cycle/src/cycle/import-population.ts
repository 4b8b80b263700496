import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import { londonDate } from '../vocabulary/london-date.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { ImportPopulation } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';
import type { Cycle } from './state.js';

/**
 * What is drawn from is frozen by the draw: until then a better list may come in, afterwards none.
 * Refusals: not-permitted, already-drawn, population-not-for-kind, not-a-date, in-the-future, population-empty, does-not-reconcile.
 */
export function importPopulation(
  { type: _, ...population }: ImportPopulation,
  state: Cycle,
  { actor, now }: CycleContext,
): Decision<CycleEvent> {
  const noRole = needsRole(actor, 'qa-lead');
  if (noRole) return noRole;
  if (state.sample !== null) {
    return refuse('already-drawn', 'A sample is drawn from the population that was imported; it stays.');
  }
  if (population.of !== 'open-cases' && state.kind !== 'dip-sample') {
    return refuse(
      'population-not-for-kind',
      'Only a dip sample draws from events and closed cases. Import the open cases, or plan a dip sample.',
      { of: population.of, kind: state.kind },
    );
  }
  if (!isIsoDate(population.asAt)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.');
  if (population.asAt > londonDate(now)) {
    return refuse('in-the-future', 'The day at which the population stood cannot lie in the future.');
  }
  return (
    doesNotReconcile(population) ??
    accept({
      type: 'PopulationImported',
      facts: { ...population, addedByHand: 0, addition: null },
      narrative: null,
    })
  );
}

function doesNotReconcile({
  rows,
  children,
  cohorts,
  characteristics,
}: Omit<ImportPopulation, 'type'>): Decision<never> | null {
  if (children === 0) return refuse('population-empty', 'No row of the list could be used; see its report.');
  const inCohorts = Object.values(cohorts).reduce((sum, n) => sum + n, 0);
  return rows.read === rows.used + rows.excluded && inCohorts === children && fits(characteristics, children)
    ? null
    : refuse(
        'does-not-reconcile',
        'Rows read have to be the rows used and excluded, each child has to be in one cohort, and characteristics are of these very children.',
        { rows, children, inCohorts },
      );
}

const fits = (told: ImportPopulation['characteristics'], children: number): boolean =>
  told === null ||
  (told.children === children && Object.values(told.known).every((known) => 0 <= known && known <= children));
