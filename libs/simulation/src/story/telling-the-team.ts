import type { CaseTelling } from './case-telling.js';
import { isHere } from '#audit-cycle';

/** After the final grade: what those who work with the child say of it, and what they are told. It may outlast the cycle. */
export function tellTheTeam(telling: CaseTelling): void {
  const { diary, chance, texts, world, about, auditor } = telling;
  const { directory } = world;
  const { commented, managerCommented, given, late } = world.shares.feedback;
  const { worker, team } = about.subject;
  const manager = team === null ? null : directory.managerOf(team, diary.today);
  const known = worker === null ? null : directory.person(worker);
  const working = known !== null && isHere(known, diary.today) ? known : null;
  const people = [working, manager].filter((person) => person !== null);
  if (working !== null && chance.happens(commented, 'comment')) {
    const accurate = chance.pick(['yes', 'yes', 'partly', 'no'] as const, 'accurate');
    diary.afterDays(chance.between(0, 2, 'comment-on'));
    const comment = texts.say('I see the case as the audit does, but for one date.');
    telling.add(working, { type: 'CommentOnAccuracy', role: 'practitioner', accurate, comment }, 'worker');
  }
  if (manager !== null && manager !== working && chance.happens(managerCommented, 'manager-comment')) {
    diary.afterMinutes(30);
    telling.add(manager, { type: 'CommentOnAccuracy', role: 'manager', accurate: 'yes' }, 'manager');
  }
  if (people.length === 0 || !chance.happens(given, 'feedback')) return;
  const [least, most] = chance.happens(late, 'feedback-late') ? [6, 9] : [0, 3];
  diary.afterDays(chance.between(least, most, 'feedback-on'));
  const notes = texts.say('We talked about what went well, and about one thing to try.');
  const to = people.map(({ id }) => id);
  telling.add(auditor, { type: 'GiveFeedback', to, on: diary.today, notes });
}
