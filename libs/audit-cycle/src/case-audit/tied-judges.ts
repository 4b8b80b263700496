import { conflictOfInterest } from '../person/independence.js';
import type { People } from '../person/people.js';
import type { Instant } from '../vocabulary/dates.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { londonDate } from '../vocabulary/london-date.js';
import type { Audit } from './state.js';

/** Those on whose judgement the grade that stands rests and who are tied to the case, as is known now. */
export const tiedJudges = (
  { judgedBy, selected }: Audit,
  { people, now }: { readonly people: People; readonly now: Instant },
): readonly PersonId[] =>
  judgedBy.filter((person) => conflictOfInterest(person, selected, people, londonDate(now)) !== null);
