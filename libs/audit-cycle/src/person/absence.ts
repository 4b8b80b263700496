import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { CancelAbsence, RecordAbsence } from './commands.js';
import type { PersonEvent } from './events.js';
import type { Absence, PersonState } from './state.js';

/** Why somebody is away is nobody's business here, and facts are never erased. Refusals: not-a-date, ends-before-start, already-set, absences-overlap. */
export const recordAbsence = (
  { from, to }: RecordAbsence,
  { absences }: PersonState,
): Decision<PersonEvent> => {
  if (!isIsoDate(from) || (to !== null && !isIsoDate(to))) {
    return refuse(
      'not-a-date',
      'Write both days as YYYY-MM-DD; leave the last day out while nobody knows it.',
    );
  }
  if (to !== null && to < from) return refuse('ends-before-start', 'The last day is before the first.');
  const absence: Absence = { from, to };
  const corrected = absences.find((known) => known.from === from);
  if (corrected !== undefined && corrected.to === to) {
    return refuse('already-set', 'This absence is on record already.');
  }
  const other = absences.find((known) => known !== corrected && shareADay(known, absence));
  return other === undefined
    ? accept({ type: 'AbsenceRecorded', facts: absence, narrative: null })
    : refuse(
        'absences-overlap',
        'Another absence is on record for some of these days. Correct or cancel it.',
        {
          from: other.from,
          to: other.to,
        },
      );
};

/** Refusals: unknown-absence. */
export const cancelAbsence = ({ from }: CancelAbsence, { absences }: PersonState): Decision<PersonEvent> =>
  absences.some((known) => known.from === from)
    ? accept({ type: 'AbsenceCancelled', facts: { from }, narrative: null })
    : refuse('unknown-absence', 'No absence that begins on that day is on record.', { from });

const shareADay = (one: Absence, other: Absence): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
