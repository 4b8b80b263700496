import { workingCalendarId } from '#authority-setup';
import {
  addWorkingDays,
  type AllocationRequest,
  type AuditorLoad,
  type Cycle,
  type FamilyId,
  type IsoDate,
  type PersonId,
} from '#audit-cycle';
import type { AuditOfCycle } from './audits-of-cycle.js';
import { everybody } from './everybody.js';
import type { Known } from './lookups.js';

/** What is wanted of a suggestion: for which audits, on which day, and whom it may not name. */
export interface SuggestionWanted {
  readonly isToPlace: (audit: AuditOfCycle) => boolean;
  readonly today: IsoDate;
  readonly without: readonly PersonId[];
}

/** What a suggestion of auditors is made of; null where the calendar ends before the audits would be due. */
export function allocationRequest(
  known: Known,
  cycle: Cycle,
  audits: readonly AuditOfCycle[],
  { isToPlace, today, without }: SuggestionWanted,
): AllocationRequest | null {
  const days = workingDaysOfAudit(known, cycle, today);
  if (days === null) return null;
  return {
    cases: audits.filter(isToPlace).map(({ audit, state }) => {
      const { child, team, worker, asAt, family } = state.selected;
      const partTaken = [state.auditor, state.moderator].filter((person) => person !== null);
      return {
        ...{ audit, child, team, worker, asAt, family },
        barred: [...state.conflicted, ...state.moderators, ...partTaken],
      };
    }),
    auditors: auditorsHere(known)
      .filter((auditor) => !without.includes(auditor))
      .map((auditor) => loadOf(auditor, audits)),
    people: everybody(known),
    ...{ today, days },
    capacity: cycle.policy.capacity.auditsPerAuditor,
  };
}

/** The working days that an audit of the cycle has when it is allocated on a day; null where the calendar does not cover them. */
export function workingDaysOfAudit(
  { authority, look }: Known,
  cycle: Cycle,
  today: IsoDate,
): readonly IsoDate[] | null {
  const calendar = look.of('working-calendar', workingCalendarId(authority)).state;
  const { covers } = calendar;
  if (covers === null || today < covers.from) return null;
  const days: IsoDate[] = [];
  for (let left = cycle.policy.workingDays.audit; left > 0; left--) {
    const last = days.at(-1) ?? today;
    const next = last < covers.to ? addWorkingDays(calendar, last, 1) : null;
    if (next === null) return null;
    days.push(next);
  }
  return days;
}

/** Whether an audit counts towards what its auditor has to do in the cycle: withdrawn ones do not. */
export const countsFor = (auditor: PersonId, { state }: AuditOfCycle): boolean =>
  state.auditor === auditor && state.status !== 'withdrawn';

const auditorsHere = ({ look }: Known): readonly PersonId[] =>
  [...look.all('person')]
    .filter(([, { state }]) => state.left === null && state.roles.includes('auditor'))
    .map(([id]) => id);

function loadOf(auditor: PersonId, audits: readonly AuditOfCycle[]): AuditorLoad {
  const theirs = audits.filter((one) => countsFor(auditor, one));
  const families = theirs.flatMap(({ state }): FamilyId[] =>
    state.selected.family === null ? [] : [state.selected.family],
  );
  return { auditor, audits: theirs.length, families: [...new Set(families)] };
}
