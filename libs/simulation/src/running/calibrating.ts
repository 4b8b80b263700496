import { CORE_PRACTICE_AUDIT, isHere, type CalibrationSessionCommand } from '#audit-cycle';
import { corePracticeAuditId } from '#authority-setup';
import type { CyclePlan } from '../cycle-plan.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { MADE_UP } from '../story/made-up-texts.js';
import { gradeFor } from '../story/quality.js';
import { momentOf, workingDay } from '../working-time.js';
import type { Milestone, SharedByCycles } from './cycle-in-progress.js';
import { acting } from './step-maker.js';

const SECTION = CORE_PRACTICE_AUDIT.sections.find(({ answer }) => answer.kind === 'grade')!.code;
/** Auditors who take part beside whoever is not approved yet. */
const OTHERS = 3;
/** Working days after the opening of a cycle: by then the cycle before is closed. */
const DAYS_AFTER_OPENING = 12;

/** From the second cycle on some auditors grade the same record blind; whoever was not approved before is approved after that. */
export function calibrations(plans: readonly CyclePlan[], shared: SharedByCycles): readonly Milestone[] {
  return plans
    .filter(({ kind, turn }) => kind === 'core' && turn > 0)
    .flatMap((plan) => calibration(plan, shared));
}

function calibration({ key, turn, opensOn }: CyclePlan, shared: SharedByCycles): readonly Milestone[] {
  const { world, performer, ports } = shared;
  const { directory, maker } = world;
  const { qaLead } = directory;
  const chance = world.chance.of('calibration', key);
  const id = maker.id('calibration', key);
  const day = (days: number): string => workingDay(opensOn, DAYS_AFTER_OPENING + days);
  const here = directory.holding('auditor').filter((one) => isHere(one, day(0)) && isHere(one, day(3)));
  const isNew = (one: MadeUpPerson): boolean => !one.approvedAuditor && !directory.approvals.has(one.id);
  const approved = here.filter((one) => !isNew(one));
  const fresh = here.filter(isNew);
  const taking = [...fresh, ...chance.shuffled(approved, 'who').slice(0, OTHERS)];
  const milestone = (
    days: number,
    minutes: number,
    by: MadeUpPerson,
    command: CalibrationSessionCommand,
    label = '',
  ): Milestone => ({
    at: momentOf(day(days), minutes),
    happen: async () => {
      const order = { kind: 'calibration-session', id, command } as const;
      const step = maker.step(momentOf(day(days), minutes), acting(by), order, `${command.type}/${label}`);
      const position = await performer.perform(step);
      if (command.type === 'ApproveCalibrated') await ports.settle(performer.authority, position ?? 0n);
    },
  });
  const quality = chance.normal('quality');
  // Now and then the leader waits no longer for the last of those who have been approved before.
  const missing = chance.happens(world.shares.cycles.calibratedWithoutOne, 'missing') ? 1 : 0;
  const grading = taking.slice(0, taking.length - missing);
  const grades = grading.map((one) => gradeFor(quality + one.leniency + 0.3 * chance.normal(one.id)));
  for (const one of fresh) directory.approvals.set(one.id, momentOf(day(3), 300));
  return [
    milestone(0, 100, qaLead, {
      type: 'OpenSession',
      title: `Calibration ${turn}`,
      record: `calibration-${turn}`,
      tool: { id: corePracticeAuditId(performer.authority), version: 1 },
      participants: taking.map((one) => one.id),
      leader: qaLead.id,
    }),
    ...grading.map((one, n) =>
      milestone(
        1,
        60 + 10 * n,
        one,
        {
          type: 'CommitCalibrationGrade',
          grade: grades[n]!,
          sections: [{ section: SECTION, grade: grades[n]! }],
          rationale: `${MADE_UP} What is on record for the last months.`,
        },
        one.id,
      ),
    ),
    ...(missing > 0 ? [milestone(2, 90, qaLead, { type: 'RevealGrades' })] : []),
    milestone(3, 200, qaLead, {
      type: 'RecordCalibrationDiscussion',
      on: day(3),
      agreedGrade: new Set(grades).size < grades.length ? grades[0]! : null,
      notes: `${MADE_UP} We read the descriptors together.`,
    }),
    ...fresh.map((one) => milestone(3, 300, qaLead, { type: 'ApproveCalibrated', person: one.id }, one.id)),
  ];
}
