import { accept, refuse, type Decision } from '../decider.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import type { CommitCalibrationGrade } from './commands.js';
import type { CalibrationSessionContext } from './context.js';
import type { CalibrationSessionEvent } from './events.js';
import { mayLead, notTheLeader } from './leader.js';
import { wrongSections } from '../audit-tool/section-grades.js';
import type { CalibrationSession } from './state.js';

/**
 * Once, by each participant, before anybody sees a grade. The last one reveals them all in the same decision.
 * Refusals: not-a-participant, already-revealed, already-committed, unknown-section, answer-does-not-fit, section-twice,
 * rationale-missing.
 */
export function commitGrade(
  { grade, sections, rationale }: CommitCalibrationGrade,
  { opened, status, grades }: CalibrationSession,
  { actor, tool }: CalibrationSessionContext,
): Decision<CalibrationSessionEvent> {
  const { person } = actor;
  if (!opened.participants.includes(person)) {
    return refuse('not-a-participant', 'Only those who take part in the session grade the record.');
  }
  if (grades.has(person)) return refuse('already-committed', 'Your grade is in, and never changes.');
  if (status !== 'grading') {
    return refuse('already-revealed', 'The grades are revealed: a grade given now would not be blind.');
  }
  const definition = tool?.versions[opened.tool.version]?.definition;
  if (definition === undefined) throw new Error(`Tool ${opened.tool.id} was not looked up`);
  const refusal = wrongSections(sections, definition);
  if (refusal) return refusal;
  if (!isWritten(rationale)) return refuse('rationale-missing', 'Write down why the record has this grade.');
  const committed: CalibrationSessionEvent = {
    type: 'CalibrationGradeCommitted',
    facts: { person, grade, sections },
    narrative: narrative({ rationale }),
  };
  const count = grades.size + 1;
  return count < opened.participants.length ? accept(committed) : accept(committed, revealed(person, count));
}

/** Refusals: not-the-leader, already-revealed, nothing-committed. */
export function revealGrades(
  { opened, status, grades }: CalibrationSession,
  { actor }: CalibrationSessionContext,
): Decision<CalibrationSessionEvent> {
  if (!mayLead(actor, opened)) return notTheLeader();
  if (status !== 'grading') return refuse('already-revealed', 'The grades are revealed already.');
  return grades.size === 0
    ? refuse('nothing-committed', 'Nobody has given a grade yet.')
    : accept(revealed(actor.person, grades.size));
}

const revealed = (by: string, committed: number): CalibrationSessionEvent => ({
  type: 'GradesRevealed',
  facts: { by, committed },
  narrative: null,
});
