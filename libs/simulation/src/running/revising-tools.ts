import type { AuditToolCommand } from '#audit-cycle';
import { shippedToolId } from '#authority-setup';
import type { CyclePlan } from '../cycle-plan.js';
import { BETTER_DIP_SAMPLE } from '../cycles-beside.js';
import { momentOf, workingDay } from '../working-time.js';
import type { Milestone, SharedByCycles } from './cycle-in-progress.js';
import { acting } from './step-maker.js';

/** Working days after the close of a cycle until its tool is made better. */
const DAYS_AFTER_CLOSING = 6;

/** Once the first dip sample is closed, its tool gets a better version, which later ones use. */
export function toolRevisions(
  plans: readonly CyclePlan[],
  { world, performer }: SharedByCycles,
): readonly Milestone[] {
  const first = plans.find(({ tool: { shipped, version } }) => shipped === 'dip-sample' && version === 1);
  if (first === undefined) return [];
  const { maker, directory } = world;
  const id = shippedToolId(performer.authority, 'dip-sample');
  const commands: readonly AuditToolCommand[] = [
    { type: 'DraftTool', definition: BETTER_DIP_SAMPLE },
    { type: 'PublishTool', version: 2 },
    { type: 'RetireTool', version: 1, reasonCode: 'asked-too-loosely' },
  ];
  return commands.map((command, n) => {
    const at = momentOf(workingDay(first.closesOn, DAYS_AFTER_CLOSING), 90 + 10 * n);
    const order = { kind: 'audit-tool', id, command } as const;
    const step = maker.step(at, acting(directory.qaLead), order, command.type);
    return { at, happen: () => performer.perform(step) };
  });
}
