import { isDrawnForModeration } from '../moderation-draw.js';
import { lookedUp } from '../person/people.js';
import type { Grade } from '../vocabulary/grade.js';
import type { InOpenCycle } from './context.js';
import type { ModerationRule } from './events.js';
import type { Audit } from './state.js';

/**
 * The rules that ask for the moderation of a grade that its auditor submits (rule 5 of the domain), without those that have asked
 * for it already. The random choice is of the case and not of the grade, so a return does not throw the dice again.
 */
export function rulesThatModerate(
  grade: Grade,
  aboveLimit: boolean,
  { moderationRules }: Audit,
  { actor, cycle, people, randomDraw }: InOpenCycle,
): readonly ModerationRule[] {
  const { grades, randomSharePercent, unapprovedAuditors } = cycle.policy.moderation;
  const holds: readonly (readonly [ModerationRule, boolean])[] = [
    ['random', isDrawn(randomDraw, randomSharePercent)],
    ['grade', grades.includes(grade)],
    ['unapproved-auditor', unapprovedAuditors && !lookedUp(people, actor.person).approvedAuditor],
    ['above-limit', aboveLimit],
  ];
  return holds.flatMap(([rule, does]) => (does && !moderationRules.includes(rule) ? [rule] : []));
}

/** Without its draw nobody can say whether the case is chosen, so nothing is decided. */
function isDrawn(randomDraw: string | null, sharePercent: number): boolean {
  if (randomDraw === null) throw new Error('The draw of this audit was not looked up');
  return isDrawnForModeration(randomDraw, sharePercent);
}
