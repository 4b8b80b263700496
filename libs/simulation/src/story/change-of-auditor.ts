import type { MadeUpPerson } from '../people/made-up-person.js';
import { onceCarriedOn } from '../running/step.js';
import type { CaseTelling } from './case-telling.js';
import type { ChangeOfAuditor } from './who-takes-over.js';

/** Before the first auditor begins, or after some sections: then what they answered stays. */
export function changeAuditor(telling: CaseTelling, { why, to }: ChangeOfAuditor): void {
  if (why === 'away') {
    telling.diary.onDay(firstDayAway(telling));
    replace(telling, to, 'auditor-away');
    return;
  }
  const { diary, first, texts, about, world, chance } = telling;
  const explanation = texts.say('A neighbour, as came out when the file was read.');
  const tie = { relationship: 'personal', explanation } as const;
  diary.afterMinutes(25);
  // Known from the moment of the telling on, so that nobody gives them anything of this child later.
  world.directory.remember(first.id, about.subject.child);
  if (why === 'conflict-declared') telling.add(first, { type: 'DeclareConflict', ...tie });
  else {
    const command = { type: 'RegisterConflict', child: about.subject.child, ...tie } as const;
    // The processes know of the allocation before they learn of the tie, and of the tie before anybody else gets the case.
    telling.steps.push(onceCarriedOn(telling.ofPerson(first, command, `found/${about.audit}`)));
    telling.waitForProcesses();
  }
  diary.afterDays(chance.between(0, 1, 'given-to-another'));
  if (telling.answers.size > 0) replace(telling, to, 'conflict');
  else telling.lead({ type: 'AllocateAuditor', auditor: to.id }, 'again');
}

const replace = (telling: CaseTelling, to: MadeUpPerson, reasonCode: string): void => {
  const reason = telling.texts.say('Somebody else takes it on.');
  telling.lead({ type: 'ReplaceAuditor', auditor: to.id, reasonCode, reason });
};

const firstDayAway = ({ first, diary }: CaseTelling): string =>
  first.absences.find(({ to }) => to === null || to >= diary.today)?.from ?? diary.today;
