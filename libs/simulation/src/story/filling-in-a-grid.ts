import { workingDay } from '../working-time.js';
import { gradeSections } from './answering.js';
import { grade } from './auditing.js';
import type { CaseTelling } from './case-telling.js';
import { changeAuditor } from './change-of-auditor.js';

/** Working days from the opening of the cycle to the sitting. */
const SITTING = { least: 3, most: 8 };

/** A row of the grid: begun, answered and graded on the day on which the auditor fills in all of their rows. */
export function fillInRow(telling: CaseTelling): void {
  const { world, about, auditor, change, diary, grades } = telling;
  if (change !== null) changeAuditor(telling, change);
  const days = world.chance.of('sitting', about.cycle).between(SITTING.least, SITTING.most, auditor.id);
  diary.onDay(workingDay(about.from, days));
  telling.add(auditor, { type: 'StartAudit' });
  gradeSections(telling, 0);
  grade(telling, grades.submitted!);
}
