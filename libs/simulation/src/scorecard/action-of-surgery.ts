import {
  DEFAULT_POLICY,
  type ActionId,
  type ActionPriority,
  type ImprovementActionCommand,
  type Instant,
  type MeasureId,
} from '#audit-cycle';
import { Diary } from '../diary.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { acting } from '../running/step-maker.js';
import type { Step } from '../running/step.js';
import { MADE_UP } from '../story/made-up-texts.js';
import type { World } from '../story/world.js';

export interface SurgeryToActOn {
  readonly measure: MeasureId;
  /** Number of the surgery among those of its measure. */
  readonly surgery: number;
  readonly heldBy: MadeUpPerson;
  readonly at: Instant;
  /** What the surgery before it asked for, which may be asked for once more. */
  readonly before: ActionId | null;
}

/** The action that a surgery sets: the quality assurance lead has it, and whoever held the surgery looks whether it was done. */
export function actionOfSurgery(
  { measure, surgery, heldBy, at, before }: SurgeryToActOn,
  { maker, directory, ...world }: World,
): { readonly id: ActionId; readonly steps: readonly Step[] } {
  const id = maker.id('action', measure, String(surgery));
  const chance = world.chance.of('action', id);
  const shares = world.shares.actions;
  const diary = new Diary(chance, at.slice(0, 10));
  const steps: Step[] = [];
  const add = (by: MadeUpPerson, command: ImprovementActionCommand, when = diary.now): void => {
    steps.push(maker.step(when, acting(by), { kind: 'improvement-action', id, command }, command.type));
  };
  const owner = directory.qaLead;
  const priority = chance.pick<ActionPriority>(['medium', 'medium', 'high'], 'priority');
  const again = before !== null && chance.happens(shares.repeats, 'repeats') ? { repeats: before } : {};
  add(
    heldBy,
    {
      type: 'SetActionFromSurgery',
      ...{ measure, surgery, owner: owner.id, team: null, priority, kind: 'compliance', ...again },
      text: `${MADE_UP} Show each team every week what is recorded late.`,
    },
    at,
  );
  if (chance.happens(shares.accepted, 'accepted')) {
    diary.afterDays(chance.between(1, 3, 'accepted'));
    add(owner, { type: 'AcceptAction' });
  }
  if (chance.happens(shares.neverDone, 'never-done')) return { id, steps };
  diary.afterDays(Math.ceil(DEFAULT_POLICY.actionDue[priority] * 0.01 * chance.between(50, 110, 'done')));
  add(owner, {
    type: 'ReportDone',
    doneOn: diary.today,
    evidence: `${MADE_UP} See the list of this week.`,
  });
  if (!chance.happens(shares.verified, 'verified')) return { id, steps };
  diary.afterDays(chance.between(2, 15, 'verified-after'));
  add(heldBy, {
    type: 'VerifyAction',
    verdict: chance.happens(shares.foundDone, 'found-done') ? 'done' : 'partly',
    method: 'record-checked',
    evidence: `${MADE_UP} The lists of four weeks were there.`,
  });
  return { id, steps };
}
