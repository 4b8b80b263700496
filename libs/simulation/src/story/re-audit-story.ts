import type { ActionVerdict, IsoDate, ReAuditChoice, ReAuditCommand } from '#audit-cycle';
import { reAuditId } from '#authority-setup';
import type { Chance } from '../chance.js';
import { Diary } from '../diary.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { acting } from '../running/step-maker.js';
import type { Step } from '../running/step.js';
import type { Shares } from '../shares.js';
import { workingDay } from '../working-time.js';
import type { ActionStory } from './action-story.js';
import type { CaseStory } from './case-story.js';
import { escalate } from './escalation-story.js';
import { MadeUpTexts } from './made-up-texts.js';
import { gradeFor } from './quality.js';
import type { World } from './world.js';

const WORKING_DAYS_TO_DO_IT = 15;

/** What becomes of a re-audit that a draw came to: done by somebody else, with a verdict on every action, or now and then withdrawn. */
export function reAuditSteps(
  world: World,
  { audit, subject, judges, quality, actions }: CaseStory,
  { ordinal }: ReAuditChoice,
  drawn: { readonly on: IsoDate; readonly at: string },
): readonly Step[] {
  const id = reAuditId(audit, ordinal);
  const chance = world.chance.of('re-audit', id);
  const standing = actions.filter((action) => action.standingAt(drawn.at).status !== 'cancelled');
  const from = workingDay(drawn.on, chance.between(1, 3, 'when'));
  const span = { from, to: workingDay(from, WORKING_DAYS_TO_DO_IT) };
  const [first, second] = chance.shuffled(
    world.directory.free('auditor', subject, span, judges),
    're-auditor',
  );
  if (first === undefined) return [];
  const texts = new MadeUpTexts(chance);
  const diary = new Diary(chance, from);
  const steps: Step[] = [];
  const add = (by: MadeUpPerson, command: ReAuditCommand, label = ''): Step => {
    const order = { kind: 're-audit', id, command } as const;
    const step = world.maker.step(diary.afterMinutes(10), acting(by), order, `${command.type}/${label}`);
    steps.push(step);
    return step;
  };
  const { qaLead } = world.directory;
  add(qaLead, { type: 'AllocateReAuditor', reAuditor: first.id });
  if (chance.happens(world.shares.reAudits.withdrawn, 'withdrawn')) {
    diary.afterDays(chance.between(1, 4, 'withdrawn-on'));
    const reason = texts.say('The family has moved away.');
    add(qaLead, { type: 'WithdrawReAudit', reasonCode: 'moved-away', reason });
    return steps;
  }
  const replaced = second !== undefined && chance.happens(world.shares.reAudits.replaced, 'replaced');
  if (replaced) {
    const why = { reasonCode: 'needed-elsewhere', reason: texts.say('Somebody else has the time.') };
    add(qaLead, { type: 'ReplaceReAuditor', to: second.id, ...why });
  }
  const reAuditor = replaced ? second : first;
  diary.afterDays(chance.between(2, 8, 'checked'));
  for (const action of standing) {
    const verdict = foundAgain(action, chance, world.shares.reAudits);
    add(
      reAuditor,
      { type: 'CheckAction', action: action.id, verdict, evidence: texts.say('Read it again.') },
      action.id,
    );
  }
  diary.afterDays(chance.between(0, 2, 'graded'));
  const reported = standing.filter(({ reportedOn }) => reportedOn !== null).length;
  const better = standing.length === 0 ? 0 : reported / standing.length - 0.4;
  const grade = gradeFor(quality + 0.7 * better + reAuditor.leniency + 0.3 * chance.normal('grade'));
  const rationale = texts.rationale(grade, 're-audit');
  const graded = add(reAuditor, { type: 'GradeReAudit', grade, rationale });
  if (grade === 'inadequate')
    escalate({ world, subject, diary, texts, steps }, graded, { to: qaLead, by: reAuditor });
  return steps;
}

/** Mostly what the verification found; now and then what was done did not last. */
function foundAgain(
  { verdict, id }: ActionStory,
  chance: Chance,
  { didNotLast }: Shares['reAudits'],
): ActionVerdict {
  if (verdict === null) return chance.pick(['done', 'partly', 'not-done'], `unverified/${id}`);
  return verdict === 'done' && chance.happens(didNotLast, `did-not-last/${id}`) ? 'partly' : verdict;
}
