import type { IsoDate } from '#audit-cycle';
import { inOrderOfTime } from '../running/step.js';
import { audit, begin, gradeSections } from './auditing.js';
import { CaseTelling } from './case-telling.js';
import { moderateAndFinalise } from './moderating.js';
import { reAuditSteps } from './re-audit-story.js';
import { withdraw } from './withdrawing.js';
import type { CaseStory, CaseToTell, World } from './world.js';

/**
 * Tells beforehand, from the seed alone, everything that people will do about one case, actions and re-audit included.
 * @throws Error when nobody is free to do it, or it would outlast its cycle
 */
export function tellCase(world: World, about: CaseToTell): CaseStory {
  const telling = new CaseTelling(world, about);
  allocate(telling);
  const replacedFrom = follow(telling);
  const { diary, steps, actions, grades, auditor } = telling;
  if (diary.today >= about.closes) {
    throw new Error(`The audit ${about.audit} would end on ${diary.today}, when its cycle is closed`);
  }
  const { kind } = about.fate;
  const again = kind === 'graded' ? reAuditSteps(world, about, grades, auditor, actions) : [];
  return {
    audit: about.audit,
    child: about.subject.child,
    steps: inOrderOfTime([...steps, ...actions.flatMap((action) => action.steps), ...again]),
    actions: actions.map(({ id }) => id),
    unfinished: kind === 'unfinished',
    replacedFrom,
    withdrawnAt: kind === 'withdrawn' ? diary.now : null,
  };
}

function follow(telling: CaseTelling): IsoDate | null {
  const { fate } = telling.about;
  switch (fate.kind) {
    case 'withdrawn':
      return withdraw(telling, fate);
    case 'unfinished':
      begin(telling);
      gradeSections(telling, 0, telling.chance.between(2, 6, 'unfinished'));
      return null;
    case 'graded':
      audit(telling, fate.late);
      moderateAndFinalise(telling);
      return null;
  }
}

/** Now and then somebody is tried first who is tied to the case. */
function allocate(telling: CaseTelling): void {
  const { world, about, chance, diary, auditor } = telling;
  const { directory } = world;
  if (chance.happens(0.03, 'tries-somebody-tied')) {
    const isTied = ({ id }: { id: string }): boolean =>
      directory.tie(id, about.subject, diary.today) !== null;
    const tied = directory.holding('auditor').filter(isTied);
    if (tied.length > 0) {
      const { id } = chance.pick(tied, 'tied');
      telling.tries(directory.qaLead, { type: 'AllocateAuditor', auditor: id }, 'tied');
    }
  }
  telling.lead({ type: 'AllocateAuditor', auditor: auditor.id });
}
