import type {
  AuditId,
  FamilyId,
  Grade,
  Instant,
  IsoDate,
  PersonId,
  SubjectOfJudgement,
  ToolDefinition,
} from '#audit-cycle';
import { inOrderOfTime, type Step } from '../running/step.js';
import type { ActionStory } from './action-story.js';
import { begin, gradeSections } from './answering.js';
import { audit } from './auditing.js';
import { CaseTelling } from './case-telling.js';
import { fillInRow } from './filling-in-a-grid.js';
import { moderateAndFinalise } from './moderating.js';
import { tellTheTeam } from './telling-the-team.js';
import { withdraw } from './withdrawing.js';
import type { CaseToTell, FirstAuditor, World } from './world.js';

/** A case with all that is going to happen to it. */
export interface CaseStory {
  readonly audit: AuditId;
  readonly subject: SubjectOfJudgement;
  readonly family: FamilyId | null;
  readonly tool: ToolDefinition;
  /** In order of time; of several streams, each of them in order. */
  readonly steps: readonly Step[];
  readonly actions: readonly ActionStory[];
  /** Null where the audit has no final grade. */
  readonly finalised: { readonly on: IsoDate; readonly grade: Grade } | null;
  /** How good the work truly is, in standard deviations. */
  readonly quality: number;
  /** Everybody who had a part in the grade. */
  readonly judges: readonly PersonId[];
  readonly unfinished: boolean;
  /** What it does touches more than its own streams, so it is told one after the other with others of the kind. */
  readonly inLine: boolean;
  /** The day of a withdrawal that asks for another case in its place. */
  readonly replacedFrom: IsoDate | null;
  readonly withdrawnAt: Instant | null;
}

/**
 * Tells beforehand, from the seed alone, everything that people will do about one case, its actions included.
 * @throws Error when nobody is free to do it, or it would outlast its cycle
 */
export function tellCase(world: World, about: CaseToTell, given: FirstAuditor): CaseStory {
  const telling = new CaseTelling(world, about, given);
  allocate(telling, given);
  const replacedFrom = follow(telling);
  const { diary, actions, grades } = telling;
  if (diary.today >= about.closes) {
    throw new Error(`The audit ${about.audit} would end on ${diary.today}, when its cycle is closed`);
  }
  const endsAt = diary.now;
  const { kind } = about.fate;
  const finalised = kind === 'graded' && !telling.unfinished;
  if (finalised) tellTheTeam(telling);
  const { moderator, panel, auditor, first, steps } = telling;
  const judges = [auditor.id, first.id, moderator?.id ?? null, grades.moderator?.id ?? null, ...panel];
  return {
    audit: about.audit,
    subject: about.subject,
    family: about.family,
    tool: about.tool,
    steps: inOrderOfTime([...steps, ...actions.flatMap((action) => action.steps)]),
    actions,
    finalised: finalised ? { on: endsAt.slice(0, 10), grade: grades.final! } : null,
    quality: grades.quality,
    judges: judges.filter((person) => person !== null),
    unfinished: kind === 'unfinished' || telling.unfinished,
    inLine: replacedFrom !== null || telling.change?.why === 'conflict-registered',
    replacedFrom,
    withdrawnAt: kind === 'withdrawn' ? endsAt : null,
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
      if (telling.about.inGrid) fillInRow(telling);
      else audit(telling, fate.late);
      moderateAndFinalise(telling);
      return null;
  }
}

/**
 * Now and then somebody is tried first whose work ties them to the case. What ties them in their own life may be declared of another
 * audit alone, and then nothing on record keeps them from this one.
 */
function allocate(telling: CaseTelling, { auditor, how }: FirstAuditor): void {
  const { world, about, chance, diary } = telling;
  const { directory } = world;
  if (chance.happens(world.shares.allocation.triesTied, 'tries-somebody-tied')) {
    const isTied = ({ id }: { id: string }): boolean => {
      const tie = directory.tie(id, about.subject, diary.today);
      return tie !== null && tie !== 'registered-conflict';
    };
    const tied = directory.holding('auditor').filter(isTied);
    if (tied.length > 0) {
      const { id } = chance.pick(tied, 'tied');
      telling.tries(directory.qaLead, { type: 'AllocateAuditor', auditor: id }, 'tied');
    }
  }
  telling.lead({ type: 'AllocateAuditor', auditor: auditor.id, how });
}
