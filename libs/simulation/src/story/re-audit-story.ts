import type { ActionVerdict, ReAuditCommand } from '#audit-cycle';
import { reAuditId } from '#authority-setup';
import type { Chance } from '../chance.js';
import { Diary } from '../diary.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { acting } from '../running/step-maker.js';
import type { Step } from '../running/step.js';
import { workingDay } from '../working-time.js';
import type { ActionStory } from './action-story.js';
import type { GradesOfCase } from './grades-of-case.js';
import { MadeUpTexts } from './made-up-texts.js';
import { gradeFor } from './quality.js';
import type { CaseToTell, World } from './world.js';

/** Of the cases whose actions were reported done, the share that is audited again; inadequate ones always are. */
const SHARE = 0.15;
/** Eight to twelve weeks after the last report. */
const WORKING_DAYS = { least: 40, most: 58 };
const WORKING_DAYS_TO_DO_IT = 15;

/** The same case again, by somebody else, with a verdict on every action; nothing where it is not chosen. */
export function reAuditSteps(
  world: World,
  about: CaseToTell,
  grades: GradesOfCase,
  auditor: MadeUpPerson,
  actions: readonly ActionStory[],
): readonly Step[] {
  const id = reAuditId(about.audit, 1);
  const chance = world.chance.of('re-audit', id);
  const standing = actions.filter(({ cancelled }) => !cancelled);
  const reported = standing.flatMap(({ reportedOn }) => reportedOn ?? []).sort();
  const last = reported.at(-1);
  if (last === undefined || !(grades.final === 'inadequate' || chance.happens(SHARE, 'chosen'))) return [];
  const from = workingDay(last, chance.between(WORKING_DAYS.least, WORKING_DAYS.most, 'when'));
  const span = { from, to: workingDay(from, WORKING_DAYS_TO_DO_IT) };
  const free = world.directory.free('auditor', about.subject, span, [
    auditor.id,
    grades.moderator?.id ?? null,
  ]);
  if (free.length === 0) return [];
  const reAuditor = chance.pick(free, 're-auditor');
  const texts = new MadeUpTexts(chance);
  const diary = new Diary(chance, from);
  const steps: Step[] = [];
  const add = (by: MadeUpPerson, command: ReAuditCommand, label = ''): void => {
    const order = { kind: 're-audit', id, command } as const;
    steps.push(world.maker.step(diary.afterMinutes(10), acting(by), order, `${command.type}/${label}`));
  };
  const { qaLead } = world.directory;
  add(qaLead, { type: 'SelectForReAudit', audit: about.audit });
  add(qaLead, { type: 'AllocateReAuditor', reAuditor: reAuditor.id });
  diary.afterDays(chance.between(2, 8, 'checked'));
  for (const action of standing) {
    const verdict = foundAgain(action, chance);
    add(
      reAuditor,
      { type: 'CheckAction', action: action.id, verdict, evidence: texts.say('Read it again.') },
      action.id,
    );
  }
  diary.afterDays(chance.between(0, 2, 'graded'));
  const better = reported.length / standing.length - 0.4;
  const grade = gradeFor(grades.quality + 0.7 * better + reAuditor.leniency + 0.3 * chance.normal('grade'));
  add(reAuditor, { type: 'GradeReAudit', grade, rationale: texts.rationale(grade, 're-audit') });
  return steps;
}

/** Mostly what the verification found; now and then what was done did not last. */
function foundAgain({ verdict, id }: ActionStory, chance: Chance): ActionVerdict {
  if (verdict === null) return chance.pick(['done', 'partly', 'not-done'], `unverified/${id}`);
  return verdict === 'done' && chance.happens(0.12, `did-not-last/${id}`) ? 'partly' : verdict;
}
