import { CURRENT_SCALE, type CalibrationSessionEvent, type Grade } from '#audit-cycle';
import { derivedId } from '#event-log';
import { NORTHSHIRE } from './cycle-of-35.js';
import { RecordOfEvents } from './record-of-events.js';

export const ANNA = derivedId('person', 'anna');
export const OTTO = derivedId('person', 'otto');
export const LENA = derivedId('person', 'lena');
export const MO = derivedId('person', 'mo');
/** Two have graded its record and are waiting for the third. */
export const GRADING = derivedId('calibration-session', 'grading');
/** It is over: two of three graded, the leader waited no longer, and they talked about it. */
export const DISCUSSED = derivedId('calibration-session', 'discussed');
export const TOOL = { id: derivedId('tool', 'core'), version: 1 };

const opened = (title: string): CalibrationSessionEvent => ({
  type: 'SessionOpened',
  facts: {
    ...{ record: 'C-0900', tool: TOOL, scale: CURRENT_SCALE },
    ...{ participants: [ANNA, OTTO, MO], leader: LENA, openedBy: derivedId('person', 'lead') },
  },
  narrative: { title },
});
const graded = (person: string, grade: Grade, rationale: string): CalibrationSessionEvent => ({
  type: 'CalibrationGradeCommitted',
  facts: { person, grade, sections: [] },
  narrative: { rationale },
});

/** A log with a session in which people still grade, and one that is over. */
export async function recordTwoSessions(): Promise<RecordOfEvents> {
  const record = new RecordOfEvents(NORTHSHIRE);
  const kind = 'calibration-session';
  await record.happened('2021-05-03T09:00:00.000Z', kind, DISCUSSED, opened('Plans, spring'));
  await record.happened(
    '2021-06-07T09:00:00.000Z',
    kind,
    GRADING,
    opened('Plans, summer'),
    graded(ANNA, 'good', 'Words of Anna.'),
    graded(OTTO, 'inadequate', 'Words of Otto.'),
  );
  await record.happened(
    '2021-06-08T09:00:00.000Z',
    kind,
    DISCUSSED,
    graded(ANNA, 'good', 'Words of Anna.'),
    graded(OTTO, 'inadequate', 'Words of Otto.'),
    { type: 'GradesRevealed', facts: { by: LENA, committed: 2 }, narrative: null },
    {
      type: 'CalibrationDiscussed',
      facts: { on: '2021-06-08', agreedGrade: null },
      narrative: { notes: 'We differ about the plan.' },
    },
  );
  return record;
}
