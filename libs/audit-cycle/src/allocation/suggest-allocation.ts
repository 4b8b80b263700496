import { lookedUp } from '../person/people.js';
import type { AuditId, FamilyId, PersonId } from '../vocabulary/identifiers.js';
import type {
  AllocationRequest,
  AllocationSuggestion,
  AuditorLoad,
  CaseToPlace,
  ObstacleCode,
} from './allocation-request.js';
import { capacityOn } from './availability.js';
import { placeBalanced, type Placeable, type Room } from './balanced-placing.js';
import { familiesOf, placeFamilies, type FamilyToPlace } from './families-together.js';
import { obstacle } from './obstacle.js';

type Obstacles = ReadonlyMap<PersonId, Exclude<ObstacleCode, 'over-capacity'> | null>;

interface Weighed extends Placeable {
  readonly family: FamilyId | null;
  readonly obstacles: Obstacles;
}

/**
 * Suggests who audits which case. Nobody is suggested who may not judge the case (rule 1), is not here, away for all of the time,
 * gone before it is due, or at their capacity. As many cases as possible are placed; then families stay with one auditor, those
 * that were placed last being the first to be split where that would leave a case over; then the loads are as even as can be.
 * The order of cases and auditors makes no difference. Throws where somebody was not looked up.
 */
export function suggestAllocation(request: AllocationRequest): AllocationSuggestion {
  const auditors = [...request.auditors].sort((one, other) => (one.auditor < other.auditor ? -1 : 1));
  const cases = [...request.cases]
    .sort((one, other) => (one.audit < other.audit ? -1 : 1))
    .map((one) => weighed(one, auditors, request));
  const rooms = new Map(auditors.map((one) => [one.auditor, roomOf(one, request)] as const));
  const placed = placeAll(cases, familiesOf(cases, holdersOf(auditors)), rooms);
  return {
    pairs: cases.flatMap(({ audit }) => {
      const auditor = placed.get(audit);
      return auditor === undefined ? [] : [{ audit, auditor }];
    }),
    unplaced: cases
      .filter(({ audit }) => !placed.has(audit))
      .map(({ audit, obstacles }) => ({
        audit,
        reasons: [...obstacles].map(([auditor, code]) => ({ auditor, code: code ?? 'over-capacity' })),
      })),
  };
}

function placeAll(
  cases: readonly Placeable[],
  families: readonly FamilyToPlace[],
  rooms: ReadonlyMap<PersonId, Room>,
): ReadonlyMap<AuditId, PersonId> {
  const most = placeBalanced(cases, rooms);
  for (let together = families.length; together > 0; together--) {
    const left = new Map(rooms);
    const asFamilies = placeFamilies(families.slice(0, together), left);
    const alone = placeBalanced(
      cases.filter(({ audit }) => !asFamilies.has(audit)),
      left,
    );
    if (asFamilies.size + alone.size === most.size) return new Map([...asFamilies, ...alone]);
  }
  return most;
}

function weighed(work: CaseToPlace, auditors: readonly AuditorLoad[], request: AllocationRequest): Weighed {
  const obstacles: Obstacles = new Map(
    auditors.map(({ auditor }) => [auditor, obstacle(auditor, work, request)]),
  );
  const candidates = [...obstacles].filter(([, code]) => code === null).map(([auditor]) => auditor);
  return { audit: work.audit, family: work.family, obstacles, candidates };
}

const roomOf = ({ auditor, audits }: AuditorLoad, { people, today, capacity }: AllocationRequest): Room => ({
  load: audits,
  capacity: capacityOn(lookedUp(people, auditor), today, capacity),
});

function holdersOf(auditors: readonly AuditorLoad[]): ReadonlyMap<FamilyId, readonly PersonId[]> {
  const holders = new Map<FamilyId, PersonId[]>();
  for (const { auditor, families } of auditors) {
    for (const family of families) holders.set(family, [...(holders.get(family) ?? []), auditor]);
  }
  return holders;
}
