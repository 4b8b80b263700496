import type { AuditStatus, AuthorityId, Instant, IsoDate, PersonId } from '#audit-cycle';
import { adoptedPolicies, policyOf } from '../adopted-policy.js';
import { bankHolidays, calendarOf } from '../bank-holidays.js';
import { personTies } from '../person-ties.js';
import type { View } from '../view.js';
import type { Look, Selection } from '../view-reader.js';
import { actionWaits } from './action-waits.js';
import { auditWaits } from './audit-waits.js';
import { escalationWaits } from './escalation-waits.js';
import { reAuditWaits } from './re-audit-waits.js';
import { workActions, type WorkAction } from './rows/work-action.js';
import { workAudits, type WorkAudit } from './rows/work-audit.js';
import { workCycles, type WorkCycle } from './rows/work-cycle.js';
import { workEscalations } from './rows/work-escalation.js';
import { workAuditors } from './rows/work-auditor.js';
import { workMeasures } from './rows/work-measure.js';
import { workReAudits } from './rows/work-re-audit.js';
import { workRounds } from './rows/work-round.js';
import { workSessions } from './rows/work-session.js';
import { waitsOfMeasures, waitsOfRounds, waitsOfSessions } from './waits-of-no-case.js';
import { workOf, type Waiting, type WorkClock } from './waiting.js';
import type { Work, WorkItem } from './work-item.js';
import { workPeople, type WorkPeople } from './work-people.js';

export const workPersons = personTies('work_person');
export const workCalendars = bankHolidays('work_calendar');
/** Says when what belongs to no cycle is due soon. */
export const workPolicies = adoptedPolicies('work_policy');

export const workListView: View = {
  name: 'work-list',
  version: 1,
  tables: [
    workAudits,
    workActions,
    workEscalations,
    workReAudits,
    workSessions,
    workAuditors,
    workRounds,
    workMeasures,
    workCycles,
    workPersons,
    workCalendars,
    workPolicies,
  ],
};

export interface WorkMoment {
  readonly authority: AuthorityId;
  /** The day by which due soon and overdue are judged. */
  readonly on: IsoDate;
  /** The moment of that day by which escalations are judged. */
  readonly at: Instant;
  /** As known then; without it, as known now. */
  readonly asOf?: Instant | undefined;
}

/** All that waits in an authority, and what says why it does. */
export interface WorkRead {
  readonly work: readonly Work[];
  readonly audits: readonly WorkAudit[];
  readonly cycles: ReadonlyMap<string, WorkCycle>;
  readonly people: WorkPeople;
}

/**
 * Reads what waits. Comments on final audits are looked for where `commentsOf` names whose: they are asked for long after everything
 * else is done, and concern nobody but them.
 */
export async function readWork(
  look: Look,
  { on, at, asOf }: WorkMoment,
  commentsOf: PersonId | null,
): Promise<WorkRead> {
  const cycles = byId(await look.rows(workCycles, { asOf }));
  const ties = await look.rows(workPersons, { asOf });
  const people = workPeople(ties);
  const [calendar] = await look.rows(workCalendars, { asOf });
  const clock: WorkClock = { on, at, calendar: calendarOf(calendar) };

  const managed = ties.flatMap(({ id, managers }) =>
    managers.some(({ manager }) => manager === commentsOf) ? [id] : [],
  );
  const worker = { in: commentsOf === null ? [] : [commentsOf, ...managed] };
  const audits = await rowsOf<WorkAudit>(look, workAudits, asOf, [
    { status: { in: UNFINISHED } },
    { status: 'finalised', feedbackGiven: false },
    ...(worker.in.length === 0 ? [] : [{ status: 'finalised', worker } as const]),
  ]);
  const actions = await rowsOf<WorkAction>(look, workActions, asOf, [
    { status: { in: ['open', 'reported-done'] } },
    {
      kind: 'impact',
      status: { in: ['verified-done', 'verified-partly'] },
      impact: { in: ['not-judged', 'too-early'] },
    },
  ]);
  const escalations = await look.rows(workEscalations, {
    where: { status: { in: ['open', 'acknowledged'] } },
    asOf,
  });
  const reAudits = await look.rows(workReAudits, {
    where: { status: { in: ['selected', 'allocated'] } },
    asOf,
  });
  const ofNoCase = [
    ...(await waitsOfSessions(look, people, on, asOf)),
    ...(await waitsOfRounds(look, on, asOf)),
    ...(await waitsOfMeasures(look, asOf)),
  ];
  const known = byId(audits);
  const elsewhere = [...actions, ...escalations, ...reAudits]
    .flatMap(({ audit }) => audit ?? [])
    .filter((id) => !known.has(id));
  const others = await look.rows(workAudits, { where: { id: { in: [...new Set(elsewhere)] } }, asOf });
  const auditOf = byId([...audits, ...others]);

  const [adopted] = await look.rows(workPolicies, { asOf });
  const soon = (cycle: string): number =>
    cycles.get(cycle)?.dueSoonWorkingDays ?? policyOf(adopted).dueSoonWorkingDays;
  const add = (about: About, waits: readonly Waiting[]): readonly Work[] =>
    waits.map((waiting) => workOf(about, waiting, clock, soon(about.cycle ?? '')));
  const work = [
    ...audits.flatMap((audit) =>
      add(
        aboutCase('case-audit', audit, audit.id, audit.team),
        auditWaits(audit, cycles.get(audit.cycle), people, on),
      ),
    ),
    ...actions.flatMap((action) =>
      add(
        aboutCase('improvement-action', action, action.audit, action.team),
        actionWaits(action, auditOf.get(action.audit ?? ''), cycles.get(action.cycle ?? ''), people, on),
      ),
    ),
    ...escalations.flatMap((escalation) => {
      const audit = auditOf.get(escalation.audit);
      return add(
        aboutCase('escalation', escalation, escalation.audit, audit?.team ?? null),
        escalationWaits(escalation, audit, people),
      );
    }),
    ...reAudits.flatMap((reAudit) =>
      add(
        aboutCase('re-audit', reAudit, reAudit.audit, auditOf.get(reAudit.audit)?.team ?? null),
        reAuditWaits(reAudit),
      ),
    ),
    ...ofNoCase.flatMap(({ subject, waits }) =>
      add({ subject, audit: null, cycle: null, child: null, team: null }, waits),
    ),
  ];
  return { work, audits, cycles, people };
}

type About = Pick<WorkItem, 'subject' | 'audit' | 'cycle' | 'child' | 'team'>;

const UNFINISHED: readonly AuditStatus[] = [
  'selected',
  'allocated',
  'in-progress',
  'graded',
  'moderated',
  'disputed',
  'settled',
];

const aboutCase = (
  kind: WorkItem['subject']['kind'],
  { id, cycle, child }: { readonly id: string } & Pick<WorkItem, 'cycle' | 'child'>,
  audit: string | null,
  team: string | null,
): About => ({ subject: { kind, id }, audit, cycle, child, team });

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** The rows that fit any of the conditions, each once. */
async function rowsOf<Row extends { readonly id: string }>(
  look: Look,
  table: Parameters<typeof look.rows<Row>>[0],
  asOf: Instant | undefined,
  conditions: readonly NonNullable<Selection<Row>['where']>[],
): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const where of conditions) found.push(...(await look.rows(table, { where, asOf })));
  return [...byId(found).values()];
}
