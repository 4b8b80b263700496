import type { Grade } from '#audit-cycle';
import { DIGEST, History, idOf, PERSON, SECRET } from './history.js';
import { finalisedFacts, gradedFacts, moderatedFacts, plannedFacts, selectedFacts } from './sample-facts.js';

const GRADES: readonly Grade[] = [
  ...Array<Grade>(2).fill('outstanding'),
  ...Array<Grade>(21).fill('good'),
  ...Array<Grade>(6).fill('requires-improvement'),
  'inadequate',
];

/** The cycle of a board's slide: 35 audits, of which 30 were finalised and five had no grade when it was closed. */
export function cycleOf35(): History {
  const history = new History();
  const cycle = idOf('cycle', 1);
  const audits = Array.from({ length: 35 }, (_, index) => idOf('case-audit', index + 1));
  history.add('cycle', cycle, 'CyclePlanned', plannedFacts());
  history.add('cycle', cycle, 'CycleOpened', { openedBy: PERSON, moderationSecretDigest: DIGEST });
  audits.forEach((audit, index) =>
    history.add('case-audit', audit, 'CaseSelected', selectedFacts(index + 1)),
  );
  GRADES.forEach((grade, index) => {
    const audit = audits[index]!;
    history.add('case-audit', audit, 'CaseGraded', gradedFacts(grade));
    history.add('case-audit', audit, 'GradeModerated', moderatedFacts(grade, grade));
    history.add('case-audit', audit, 'AuditFinalised', finalisedFacts(grade));
  });
  history.add('cycle', cycle, 'CycleClosed', {
    closedBy: PERSON,
    closedOn: '2021-06-30',
    withoutGrade: audits.slice(GRADES.length),
    reasonCode: 'end-of-period',
    moderationSecret: SECRET,
  });
  return history;
}
