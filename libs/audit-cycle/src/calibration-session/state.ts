import type { Grade } from '../vocabulary/grade.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { CalibrationSessionEvent, SessionOpened } from './events.js';

export type CalibrationSessionState = { readonly status: 'not-opened' } | CalibrationSession;

export interface CalibrationSession {
  readonly status: 'grading' | 'revealed' | 'discussed';
  readonly opened: SessionOpened['facts'];
  readonly grades: ReadonlyMap<PersonId, CalibrationGrade>;
  readonly discussion: { readonly on: IsoDate; readonly agreedGrade: Grade | null } | null;
  readonly approved: readonly PersonId[];
}

export interface CalibrationGrade {
  readonly grade: Grade;
  readonly sections: readonly { readonly section: string; readonly grade: Grade }[];
}

export const sessionNotOpened: CalibrationSessionState = { status: 'not-opened' };

export function evolveCalibrationSession(
  state: CalibrationSessionState,
  event: CalibrationSessionEvent,
): CalibrationSessionState {
  if (event.type === 'SessionOpened') {
    return { status: 'grading', opened: event.facts, grades: new Map(), discussion: null, approved: [] };
  }
  if (state.status === 'not-opened') throw new Error(`${event.type} before any session was opened`);
  switch (event.type) {
    case 'CalibrationGradeCommitted': {
      const { person, grade, sections } = event.facts;
      return { ...state, grades: new Map(state.grades).set(person, { grade, sections }) };
    }
    case 'GradesRevealed':
      return { ...state, status: 'revealed' };
    case 'CalibrationDiscussed':
      return { ...state, status: 'discussed', discussion: event.facts };
    case 'CalibrationApproved':
      return { ...state, approved: [...state.approved, event.facts.person] };
  }
}
