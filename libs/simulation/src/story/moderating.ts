import type { Grade } from '#audit-cycle';
import type { MadeUpPerson } from '../people/made-up-person.js';
import type { CaseTelling } from './case-telling.js';

const WHY_CHANGED = [
  'evidence-does-not-support',
  'descriptor-read-differently',
  'impact-weighed-differently',
];

/** A second look where a rule or the qa-lead asks for one, and the end of the audit. */
export function moderateAndFinalise(telling: CaseTelling): void {
  const { diary, chance, grades } = telling;
  const { moderator, submitted, moderated } = grades;
  if (moderator === null || submitted === null || moderated === null) {
    diary.afterDays(chance.between(0, 2, 'finalised'));
    telling.lead({ type: 'FinaliseAudit' });
    return;
  }
  allocate(telling, moderator);
  const most = chance.happens(0.9, 'moderated-in-time') ? 5 : 7;
  diary.afterDays(chance.between(1, most, 'moderated'));
  if (grades.setsAction) telling.setActions(moderator, 1);
  moderate(telling, moderator, submitted, moderated);
  diary.afterDays(chance.between(0, 1, 'finalised'));
  telling.add(moderator, { type: 'FinaliseAudit' });
}

/** Now and then the qa-lead picks whoever audited the case. */
function allocate(telling: CaseTelling, moderator: MadeUpPerson): void {
  const { diary, chance, texts, grades, world, auditor } = telling;
  diary.afterDays(chance.between(0, 1, 'moderator'));
  if (grades.asked) {
    telling.lead({ type: 'RequireModeration', reason: texts.say('Part of the share that is moderated.') });
    diary.afterMinutes(3);
  }
  if (chance.happens(0.03, 'moderates-own')) {
    telling.tries(world.directory.qaLead, { type: 'AllocateModerator', moderator: auditor.id }, 'own');
  }
  telling.lead({ type: 'AllocateModerator', moderator: moderator.id });
}

function moderate(telling: CaseTelling, moderator: MadeUpPerson, from: Grade, grade: Grade): void {
  const { diary, chance, texts } = telling;
  diary.afterMinutes(20);
  const manner = chance.happens(0.3, 'blind') ? 'blind' : 'seen';
  const changed = {
    reasonCode: chance.pick(WHY_CHANGED, 'why-changed'),
    reason: texts.rationale(grade, 'moderator'),
  };
  telling.add(moderator, { type: 'ModerateGrade', grade, manner, ...(grade === from ? {} : changed) });
}
