import { auditId, setUpAuthority, shippedToolId } from '#authority-setup';
import { SHIPPED_TOOLS, type Order, type PersonId } from '#audit-cycle';
import { derivedId } from '#event-log';
import { AUTHORITY, type AtWork } from '../model/at-work.js';
import { PEOPLE } from '../model/people.js';
import { answers } from '../model/scene/answers.js';
import { planned } from '../model/scene/cycles.js';
import { staff } from '../model/scene/staff.js';
import { RACES, type Race } from './races.js';

export const STARTS_AT = '2026-07-06T09:00:00.000Z';

export interface Prepared {
  readonly race: Race;
  readonly audit: string;
  readonly action: string;
}

const { lea, anna, mo, tim } = PEOPLE;
const TOGETHER = 8;

/** An authority with an audit for each race, brought to where the race begins; the races in turn. */
export async function startingLine(work: AtWork, races: number): Promise<readonly Prepared[]> {
  await setUpAuthority(work.gateway, { authority: AUTHORITY, name: 'Northshire', clock: 'real' });
  await staff(work);
  const cycle = derivedId('contradictions', 'cycle');
  await planned(work, cycle, 0, races, shippedToolId(AUTHORITY, 'dip-sample'));
  const draw = { type: 'DrawSample', size: races, minimumPerStratum: 0 } as const;
  await work.done('cycle', cycle, lea, draw, { type: 'OpenCycle' });
  const prepared = Array.from({ length: races }, (_, n): Prepared => {
    const race = RACES[n % RACES.length]!;
    return { race, audit: auditId(cycle, n), action: derivedId('contradictions', 'action', String(n)) };
  });
  for (let n = 0; n < races; n += TOGETHER)
    await Promise.all(prepared.slice(n, n + TOGETHER).map((one) => bringUp(work, one)));
  return prepared;
}

async function bringUp(work: AtWork, { race: { from }, audit, action }: Prepared): Promise<void> {
  const say = async (by: PersonId, ...commands: readonly Order['command'][]): Promise<void> => {
    for (const command of commands) {
      const kind =
        command.type.endsWith('Action') || command.type === 'ReportDone'
          ? 'improvement-action'
          : 'case-audit';
      const id = kind === 'case-audit' ? audit : action;
      const answer = await work.say({ kind, id, command } as Order, by);
      if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.code}`);
    }
  };
  await say(lea, { type: 'AllocateAuditor', auditor: anna });
  await say(anna, { type: 'StartAudit' }, ...answers(SHIPPED_TOOLS['dip-sample']));
  if (from === 'reported')
    await say(lea, {
      ...{ type: 'SetAction', audit, owner: tim, team: null, priority: 'low', kind: 'compliance' },
      ...{ text: 'See the child.', theme: null, lineOfEnquiry: null, openActionsSeen: [] },
    });
  await say(anna, {
    ...{ type: 'GradeCase', grade: 'outstanding', rationale: 'As seen.', strengths: [], development: [] },
    ...(from === 'reported' ? {} : { noActionReason: 'none-needed' }),
  });
  if (from === 'reported')
    await say(tim, { type: 'ReportDone', doneOn: work.today, evidence: 'See the record.' });
  if (from === 'to-moderate' || from === 'moderated')
    await say(lea, { type: 'AllocateModerator', moderator: mo, manner: 'seen' });
  if (from === 'moderated') await say(mo, { type: 'ModerateGrade', grade: 'outstanding', manner: 'seen' });
}
