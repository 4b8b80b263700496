import type { EscalationCommand, SubjectOfJudgement } from '#audit-cycle';
import type { Diary } from '../diary.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { acting } from '../running/step-maker.js';
import { onceCarriedOn, type Step } from '../running/step.js';
import { workingDay } from '../working-time.js';
import type { CaseTelling } from './case-telling.js';
import type { MadeUpTexts } from './made-up-texts.js';
import type { World } from './world.js';

/** Whoever takes it on is here for so many working days. */
const WORKING_DAYS_AT_MOST = 10;

/** Where a case comes to be escalated: in its audit, in a re-audit, or in a review from outside. */
interface Escalating {
  readonly world: World;
  readonly subject: SubjectOfJudgement;
  readonly diary: Diary;
  readonly texts: MadeUpTexts;
  readonly steps: Step[];
}

interface Escalated {
  readonly to: MadeUpPerson;
  /** Whose finding it is. */
  readonly by: MadeUpPerson;
  /** An allegation about staff: nothing about it is written in words. */
  readonly restricted?: boolean;
}

/** The auditor sees that the child may not be safe now, or hears something about staff. */
export function raiseRisk(telling: CaseTelling): void {
  const { departure, chance, texts, auditor, diary, world, about } = telling;
  if (departure !== 'risk' && departure !== 'allegation') return;
  diary.afterMinutes(10);
  const referredOnly = departure === 'allegation';
  const span = { from: diary.today, to: about.closes };
  const able = (['service-leader', 'qa-lead'] as const)
    .map((role) => world.directory.free(role, about.subject, span, [auditor.id]))
    .find((people) => people.length > 0);
  // Of a handful of made-up people everybody may be tied to the child; then the day is as any other.
  if (able === undefined) return;
  const to = chance.pick(able, 'escalated-to');
  const risk = referredOnly ? 'allegation' : 'unsafe-at-home';
  const said = referredOnly ? {} : { concern: texts.say('Nobody has seen the child since the last visit.') };
  const command = { type: 'RaiseImmediateRisk', risk, escalateTo: to.id, referredOnly, ...said } as const;
  escalate(telling, telling.add(auditor, command), { to, by: auditor, restricted: referredOnly });
}

/** What becomes of the escalation that the product opens for a step: taken on, now and then handed on, and dealt with; some of it late. */
export function escalate(
  { world, subject, texts, diary: now, steps }: Escalating,
  cause: Pick<Step, 'commandId'>,
  { to, by, restricted = false }: Escalated,
): void {
  const { handedOn: share, takenOnLate, dealtWithLate } = world.shares.escalations;
  const id = world.maker.escalationOf(cause);
  const chance = world.chance.of('escalation', id);
  const diary = now.beside(chance);
  let isOpen = false;
  const add = (who: MadeUpPerson, command: EscalationCommand): void => {
    const order = { kind: 'escalation', id, command } as const;
    const step = world.maker.step(diary.now, acting(who), order, command.type);
    steps.push(isOpen ? step : onceCarriedOn(step));
    isOpen = true;
  };
  diary.afterMinutes(chance.between(10, 90, 'seen'));
  const span = { from: diary.today, to: workingDay(diary.today, WORKING_DAYS_AT_MOST) };
  const others = world.directory
    .free('service-leader', subject, span, [to.id, by.id])
    .filter(({ id: person }) => person !== subject.worker);
  const handedOn = others.length > 0 && chance.happens(share, 'handed-on');
  const named = handedOn ? chance.pick(others, 'to') : to;
  if (handedOn) {
    add(to, { type: 'ReassignEscalation', to: named.id, reasonCode: 'away-this-week' });
    diary.afterMinutes(20);
  }
  if (chance.happens(takenOnLate, 'taken-on-late')) diary.afterDays(chance.between(2, 3, 'taken-on'));
  add(named, { type: 'AcknowledgeEscalation' });
  if (chance.happens(dealtWithLate, 'late')) diary.afterDays(chance.between(2, 4, 'dealt-with'));
  else diary.afterMinutes(chance.between(40, 150, 'dealt-with'));
  const day = diary.today;
  const done = { type: 'ResolveEscalation', whatCode: 'visited-and-made-safe', doneOn: day } as const;
  const words = { whatWasDone: texts.say('The child was seen the same day.'), onChildRecordSince: day };
  add(named, restricted ? { ...done, whatCode: 'referred' } : { ...done, ...words });
}
