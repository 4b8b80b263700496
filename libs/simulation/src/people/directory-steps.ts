import type { Instant, IsoDate, PersonCommand } from '#audit-cycle';
import { acting, type StepMaker } from '../running/step-maker.js';
import { inOrderOfTime, type Step } from '../running/step.js';
import { momentOf } from '../working-time.js';
import type { Directory } from './directory.js';
import type { MadeUpPerson } from './made-up-person.js';

export interface DirectorySteps {
  /** Everybody who is there at the beginning joins; line managers have to be there before they are named. */
  readonly joining: readonly Step[];
  /** One list for each of them: roles, team, line manager. */
  readonly settlingIn: readonly (readonly Step[])[];
  /** What changes afterwards, in order of time. */
  readonly later: readonly Step[];
}

interface Entry {
  readonly on: IsoDate;
  /** Minutes of the day: people join before anybody names them. */
  readonly minutes: number;
  readonly command: PersonCommand;
}

/** What the administrator records about the people, each on the day that it comes true. */
export function directorySteps(directory: Directory, begin: IsoDate, maker: StepMaker): DirectorySteps {
  const all = directory.all().map((person) => ({ person, steps: stepsOf(person, directory, begin, maker) }));
  const first = all.filter(({ person }) => person.joined! < begin);
  const isFirst = ({ at }: Step): boolean => at.slice(0, 10) === begin;
  return {
    joining: first.map(({ steps }) => steps[0]!),
    settlingIn: first.map(({ steps }) => steps.slice(1).filter(isFirst)),
    later: inOrderOfTime(all.flatMap(({ steps }) => steps.filter((step) => !isFirst(step)))),
  };
}

function stepsOf(
  person: MadeUpPerson,
  { administrator, qaLead }: Directory,
  begin: IsoDate,
  maker: StepMaker,
): readonly Step[] {
  return entriesOf(person)
    .map(({ on, minutes, command }, n) => ({ at: momentFor(on, begin, minutes), command, n }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.n - other.n))
    .map(({ at, command, n }) =>
      maker.step(
        at,
        acting(command.type === 'ApproveAuditor' ? qaLead : administrator),
        { kind: 'person', id: person.id, command },
        `${command.type}/${n}`,
      ),
    );
}

/** What was so before the authority began is recorded on its first day. */
const momentFor = (on: IsoDate, begin: IsoDate, minutes: number): Instant =>
  momentOf(on < begin ? begin : on, minutes);

function entriesOf({
  joined,
  left,
  roles,
  memberships,
  managers,
  approvedAuditor,
  capacities,
  absences,
  agencyEndsOn,
  calledOff,
}: MadeUpPerson): readonly Entry[] {
  const on = joined!;
  const ends = (to: IsoDate | null): to is IsoDate => to !== null && to !== left;
  return [
    { on, minutes: 5, command: { type: 'Join', on } },
    { on, minutes: 10, command: { type: 'GiveRoles', roles } },
    ...(approvedAuditor ? [{ on, minutes: 15, command: { type: 'ApproveAuditor' } } as const] : []),
    ...capacities.map(({ audits, from }): Entry => {
      return { on, minutes: 16, command: { type: 'SetCapacity', audits, from } };
    }),
    ...(agencyEndsOn === null
      ? []
      : [{ on, minutes: 17, command: { type: 'SetAgencyEndDate', on: agencyEndsOn } } as const]),
    ...absences.map((absence): Entry => {
      return { on: absence.from, minutes: 18, command: { type: 'RecordAbsence', ...absence } };
    }),
    ...calledOff.flatMap(({ from, to, planned, on: day }): Entry[] => [
      { on: planned, minutes: 18, command: { type: 'RecordAbsence', from, to } },
      { on: day, minutes: 19, command: { type: 'CancelAbsence', from } },
    ]),
    ...memberships.flatMap(({ team, from, to }): Entry[] => [
      { on: from, minutes: 20, command: { type: 'RecordTeamMembership', team, from, to: null } },
      ...(ends(to)
        ? [{ on: to, minutes: 25, command: { type: 'RecordTeamMembership', team, from, to } } as const]
        : []),
    ]),
    ...managers.flatMap(({ manager, from, to }): Entry[] => [
      { on: from, minutes: 30, command: { type: 'RecordLineManager', manager, from, to: null } },
      ...(ends(to)
        ? [{ on: to, minutes: 35, command: { type: 'RecordLineManager', manager, from, to } } as const]
        : []),
    ]),
    ...(left === null ? [] : [{ on: left, minutes: 400, command: { type: 'Leave', on: left } } as const]),
  ];
}
