import type { Actor } from '../vocabulary/acting.js';
import { holdsRole } from '../vocabulary/permission.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import type { CalibrationSessionEvent } from './events.js';
import type { CalibrationSession } from './state.js';

/** Whoever grades or leads, and every QA lead, knows of a session. For everybody else it is not there. */
export const knowsOf = ({ opened: { leader, participants } }: CalibrationSession, actor: Actor): boolean =>
  holdsRole(actor, 'qa-lead') || leader === actor.person || participants.includes(actor.person);

/** Of those who know of it: until the grades are revealed, a grade and what was written with it are for whoever gave it alone. */
export const isShownTo = (
  { status }: CalibrationSession,
  event: CalibrationSessionEvent,
  person: PersonId,
): boolean =>
  status !== 'grading' || event.type !== 'CalibrationGradeCommitted' || event.facts.person === person;
