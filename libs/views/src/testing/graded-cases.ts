import type { Grade, ModerationRule } from '#audit-cycle';
import { idOf, type History } from './history.js';
import { finalisedFacts, gradedFacts, moderatedFacts, selectedFacts } from './sample-facts.js';

/**
 * Adds so many cases, each of a child of its own, that were graded, moderated where a rule asked for it, and finalised as moderated.
 *
 * @param grades the auditor's, and the moderator's
 */
export function addGradedCases(
  history: History,
  times: number,
  selected: Parameters<typeof selectedFacts>[1],
  [ours, theirs]: readonly [Grade, Grade],
  rule: ModerationRule | null,
): void {
  const before = history.events.filter(({ type }) => type === 'CaseSelected').length;
  for (let nth = before + 1; nth <= before + times; nth += 1) {
    const id = idOf('case-audit', nth);
    history
      .add('case-audit', id, 'CaseSelected', selectedFacts(nth, selected), 1)
      .add('case-audit', id, 'CaseGraded', gradedFacts(ours), 1);
    if (rule !== null)
      history
        .add('case-audit', id, 'ModerationRequired', { rule }, 1)
        .add('case-audit', id, 'GradeModerated', moderatedFacts(ours, theirs), 1);
    history.add('case-audit', id, 'AuditFinalised', finalisedFacts(theirs, ours), 1);
  }
}
