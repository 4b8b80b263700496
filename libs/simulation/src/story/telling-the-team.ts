import type { CaseTelling } from './case-telling.js';
import { isHere } from '#audit-cycle';

const COMMENTED = 0.2;
const MANAGER_COMMENTED = 0.06;
const FEEDBACK = 0.9;
const FEEDBACK_LATE = 0.12;

/** After the final grade: what those who work with the child say of it, and what they are told. It may outlast the cycle. */
export function tellTheTeam(telling: CaseTelling): void {
  const { diary, chance, texts, world, about, auditor } = telling;
  const { directory } = world;
  const { worker, team } = about.subject;
  const manager = team === null ? null : directory.managerOf(team, diary.today);
  const known = worker === null ? null : directory.person(worker);
  const working = known !== null && isHere(known, diary.today) ? known : null;
  const people = [working, manager].filter((person) => person !== null);
  if (working !== null && chance.happens(COMMENTED, 'comment')) {
    const accurate = chance.pick(['yes', 'yes', 'partly', 'no'] as const, 'accurate');
    diary.afterDays(chance.between(0, 2, 'comment-on'));
    const comment = texts.say('I see the case as the audit does, but for one date.');
    telling.add(working, { type: 'CommentOnAccuracy', role: 'practitioner', accurate, comment }, 'worker');
  }
  if (manager !== null && manager !== working && chance.happens(MANAGER_COMMENTED, 'manager-comment')) {
    diary.afterMinutes(30);
    telling.add(manager, { type: 'CommentOnAccuracy', role: 'manager', accurate: 'yes' }, 'manager');
  }
  if (people.length === 0 || !chance.happens(FEEDBACK, 'feedback')) return;
  const [least, most] = chance.happens(FEEDBACK_LATE, 'feedback-late') ? [6, 9] : [0, 3];
  diary.afterDays(chance.between(least, most, 'feedback-on'));
  const notes = texts.say('We talked about what went well, and about one thing to try.');
  const to = people.map(({ id }) => id);
  telling.add(auditor, { type: 'GiveFeedback', to, on: diary.today, notes });
}
