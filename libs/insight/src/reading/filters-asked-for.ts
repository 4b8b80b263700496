import { COHORTS, CYCLE_KINDS, type Cohort, type CycleKind } from '#audit-cycle';
import { Code, invalidInput, IsoDay, Line, Uuid } from '#platform';
import type { CaseFilters, UnknownFilter } from '#views';
import { AsOf } from './as-of.js';

/** Which cases of which time somebody asks a figure for. */
export class CasesOfTimeAskedFor {
  @Code(CYCLE_KINDS, {
    optional: true,
    about:
      'Cycles of one kind alone are added up; core unless a cycle is named. Of what a review round drew, every kind unless given: it draws from all at once.',
  })
  kind?: CycleKind;
  @IsoDay({ optional: true, about: 'Cycles whose period ends on this day or later.' }) from?: string;
  @IsoDay({ optional: true, about: 'Cycles whose period ends on this day or before.' }) to?: string;
  @Code(COHORTS, { optional: true }) cohort?: Cohort;
  @Line({ optional: true, about: "The child's team." }) team?: string;
  @Line({ optional: true, max: 60, about: "Code of an area of the service, as the cycle's policy names it." })
  area?: string;
  @AsOf() asOf?: string;
}

/** Which cases somebody asks a figure for. */
export class CasesAskedFor extends CasesOfTimeAskedFor {
  @Uuid({ optional: true, about: 'One cycle; without it, every cycle of the kind in the time.' })
  cycle?: string;
}

/** @throws Problem 400 where the time ends before it begins */
export function timeAskedFor({
  from,
  to,
}: Pick<CaseFilters, 'from' | 'to'>): Pick<CaseFilters, 'from' | 'to'> {
  if (from !== undefined && to !== undefined && from > to)
    throw invalidInput([{ path: 'to', message: `must not be before from, which is ${from}` }]);
  return { from, to };
}

/** @throws Problem 400 where the time ends before it begins */
export const filtersOf = ({ cycle, kind, from, to, cohort, team, area }: CasesAskedFor): CaseFilters => ({
  ...timeAskedFor({ from, to }),
  ...{ cycle, kind, cohort, team, area },
});

/**
 * Hands on what was found.
 *
 * @param mustBe what the filter must name, where that is not of cycles
 * @throws Problem 400 for a filter that names something that is not there
 */
export function knownOrProblem<Found extends object>(
  found: Found,
  mustBe?: string,
): Exclude<Found, NamesNothing> {
  if (!namesNothing(found)) return found as Exclude<Found, NamesNothing>;
  throw invalidInput([{ path: found.unknown, message: mustBe ?? NOT_THERE[found.unknown] }]);
}

interface NamesNothing {
  readonly unknown: UnknownFilter;
}

const namesNothing = (found: object): found is NamesNothing => 'unknown' in found;

const NOT_THERE: Readonly<Record<UnknownFilter, string>> = {
  cycle: 'must be the id of a cycle of this authority that was there at the moment that is asked for',
  area: 'must be the code of an area that the policy of one of these cycles names',
  section: 'must be the code of a section that the tool of one of these cycles has',
  lineOfEnquiry:
    'must be the code of a line of enquiry that a section of the tool of one of these cycles speaks to',
  round: 'must be the id of a review round of this authority that was there at the moment that is asked for',
};
