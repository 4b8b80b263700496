import {
  DEFAULT_POLICY,
  isHere,
  suggestAllocation,
  type AuditId,
  type AuditorLoad,
  type IsoDate,
  type People,
  type PersonId,
} from '#audit-cycle';
import type { Directory } from '../people/directory.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import type { CaseStory } from '../story/case-story.js';
import type { CaseToTell } from '../story/world.js';
import { workingDay } from '../working-time.js';

type CaseToPlace = Pick<CaseToTell, 'audit' | 'subject' | 'family' | 'closes'>;
type CaseOfCycle = Pick<CaseStory, 'family' | 'steps' | 'withdrawnAt'>;

const { workingDays, capacity } = DEFAULT_POLICY;

/**
 * Whom the product proposes for these cases on a day, by the domain's own rules and from what is on record by then: loads, absences,
 * capacities, agency ends and families. Barred besides is whoever the story needs elsewhere before the cycle closes. A case that
 * nobody has room for is left out.
 */
export function suggestedAuditors(
  directory: Directory,
  cases: readonly CaseToPlace[],
  told: readonly CaseOfCycle[],
  on: IsoDate,
): ReadonlyMap<AuditId, MadeUpPerson> {
  const auditors = directory.holding('auditor').filter((one) => isHere(one, on));
  const { pairs } = suggestAllocation({
    cases: cases.map(({ audit, subject, family, closes }) => {
      const able = new Set(directory.auditors(subject, { from: on, to: closes }));
      const barred = auditors.filter((one) => !able.has(one)).map(({ id }) => id);
      return { audit, ...subject, family, barred };
    }),
    auditors: loads(auditors, told, on),
    people: asKnownOn(directory, on),
    today: on,
    days: Array.from({ length: workingDays.audit }, (_, n) => workingDay(on, n + 1)),
    capacity: capacity.auditsPerAuditor,
  });
  return new Map(pairs.map(({ audit, auditor }) => [audit, directory.person(auditor)]));
}

/** Nobody knows on a day who is going to fall ill later. */
const asKnownOn = ({ people }: Directory, on: IsoDate): People => ({
  find: (id) => {
    const person = people.find(id);
    return person && { ...person, absences: person.absences.filter(({ from }) => from <= on) };
  },
});

function loads(
  auditors: readonly MadeUpPerson[],
  told: readonly CaseOfCycle[],
  on: IsoDate,
): readonly AuditorLoad[] {
  const held = Map.groupBy(told, (one) => auditorOn(one, on));
  return auditors.map(({ id }) => {
    const theirs = held.get(id) ?? [];
    const families = theirs.flatMap(({ family }) => family ?? []);
    return { auditor: id, audits: theirs.length, families: [...new Set(families)] };
  });
}

/** Whose a case is at the end of a day; null where it is nobody's, or withdrawn. */
function auditorOn({ steps, withdrawnAt }: CaseOfCycle, on: IsoDate): PersonId | null {
  if (withdrawnAt !== null && withdrawnAt.slice(0, 10) <= on) return null;
  let auditor: PersonId | null = null;
  for (const { at, actor, order, mustBeRefused } of steps) {
    if (at.slice(0, 10) > on) break;
    const { command } = order;
    if (mustBeRefused) continue;
    if (command.type === 'AllocateAuditor' || command.type === 'ReplaceAuditor') auditor = command.auditor;
    if (command.type === 'DeclareConflict' && actor.person === auditor) auditor = null;
  }
  return auditor;
}
