import { addDays, type CycleCommand, type Instant } from '#audit-cycle';
import type { CyclePlan } from '../cycle-plan.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { MADE_UP } from '../story/made-up-texts.js';
import type { World } from '../story/world.js';
import { momentOf, workingDay } from '../working-time.js';

interface Happening {
  readonly at: Instant;
  readonly by: MadeUpPerson;
  readonly command: CycleCommand;
  readonly label: string;
}

/** After the closing: draws of re-audits, as many weeks apart as the policy gives them, until the last actions are done. */
const WEEKS_OF_DRAWS = [4, 8, 12, 16, 20];

/** What is decided about a cycle as a whole between its opening and the day when all of it has been told to those who learn from it. */
export function afterOpening({ chance, directory, shares }: World, plan: CyclePlan): readonly Happening[] {
  const { key, period, closesOn } = plan;
  const { qaLead } = directory;
  const [leader] = directory.holding('service-leader');
  const extended: Happening = {
    at: momentOf(workingDay(period.to, -4), 150),
    by: qaLead,
    label: '',
    command: {
      type: 'ExtendDeadline',
      to: addDays(period.to, 7),
      reasonCode: 'auditors-away',
      reason: `${MADE_UP} Some auditors were away.`,
    },
  };
  const published = workingDay(closesOn, 5);
  const share = (days: number, by: MadeUpPerson, audience: string, how: string): Happening => ({
    at: momentOf(workingDay(closesOn, days), 240),
    by,
    label: audience,
    command: {
      type: 'ShareLearning',
      with: audience,
      how,
      text: `${MADE_UP} What helped, in three examples.`,
    },
  });
  return [
    ...(chance.happens(shares.cycles.extended, `extended/${key}`) ? [extended] : []),
    {
      at: momentOf(published, 200),
      by: qaLead,
      label: '',
      command: { type: 'PublishFindings', on: published, summary: `${MADE_UP} What the cycle found.` },
    },
    share(7, qaLead, 'all-teams', 'briefing'),
    share(9, leader ?? qaLead, 'managers', 'workshop'),
  ];
}

export const reAuditDraws = ({ closesOn }: CyclePlan): readonly Instant[] =>
  WEEKS_OF_DRAWS.map((weeks) => momentOf(workingDay(addDays(closesOn, 7 * weeks), 0), 200));
