import type { PersonId } from '#audit-cycle';
import type { CaseTelling } from './case-telling.js';

/** The auditor holds to their grade, and two people who had no part in the case settle it; nothing where the story has no dispute. */
export function dispute(telling: CaseTelling): void {
  const { grades, diary, chance, texts, auditor } = telling;
  const { settled, resubmitted, submitted } = grades;
  if (settled === null || submitted === null) return;
  const panel = panelOf(telling);
  if (panel === null) throw new Error(`Nobody is free to settle the grade of ${telling.about.audit}`);
  diary.afterDays(chance.between(0, 2, 'disputed'));
  const held = texts.say('The record shows more than the moderator saw.');
  telling.add(auditor, { type: 'DisputeGrade', grade: resubmitted ?? submitted, reason: held });
  diary.afterDays(chance.between(1, 3, 'settled'));
  const reason = texts.rationale(settled, 'panel');
  telling.lead({ type: 'SettleGrade', panel, grade: settled, reasonCode: 'evidence-weighed-again', reason });
  telling.panel = panel;
}

function panelOf({
  world,
  diary,
  about,
  auditor,
  first,
  moderator,
  grades,
  chance,
}: CaseTelling): readonly PersonId[] | null {
  const span = { from: diary.today, to: about.closes };
  const not = [auditor.id, first.id, moderator?.id ?? null, grades.moderator?.id ?? null];
  const free = (['moderator', 'service-leader', 'caldicott-guardian'] as const)
    .flatMap((role) => world.directory.free(role, about.subject, span, not))
    .map(({ id }) => id);
  const two = chance.shuffled([...new Set(free)], 'panel').slice(0, 2);
  return two.length === 2 ? two : null;
}
