import { isKeptFrom, type People, type PersonId } from '#audit-cycle';
import type { EscalatedCaseRow } from './escalated-case.js';
import type { EscalationRow } from './escalation-row.js';

/** Who asks, and what their roles let them read. */
export interface EscalationViewer {
  readonly person: PersonId;
  /** `own`: what is before them or was raised by them. `usual`: all but what is about staff. `all`: that as well. */
  readonly reads: 'own' | 'usual' | 'all';
}

/**
 * Whether an escalation is there at all for somebody: in lists, in counts and by its id. What is about staff is there for nobody of
 * the child's team, nor for its worker, whatever their roles; where the case itself is not known, it is there for nobody.
 */
export function isSeenBy(
  { person, reads }: EscalationViewer,
  escalation: Pick<EscalationRow, 'restricted' | 'namedPerson' | 'raisedBy'>,
  escalatedCase: EscalatedCaseRow | undefined,
  people: People,
): boolean {
  const { restricted, namedPerson, raisedBy } = escalation;
  if (restricted && (escalatedCase === undefined || isKeptFrom(person, escalation, escalatedCase, people)))
    return false;
  const own = namedPerson === person || raisedBy === person;
  return own || reads === 'all' || (reads === 'usual' && !restricted);
}
