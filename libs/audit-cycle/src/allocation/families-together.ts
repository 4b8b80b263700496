import type { AuditId, FamilyId, PersonId } from '../vocabulary/identifiers.js';
import type { Placeable, Room } from './balanced-placing.js';

/** Cases of one family, and whoever has a case of that family already. */
export interface FamilyToPlace {
  readonly cases: readonly Placeable[];
  readonly known: readonly PersonId[];
}

interface CaseOfFamily extends Placeable {
  readonly family: FamilyId | null;
}

/** Families that bind: more than one case is to be placed, or somebody has one already. Largest first, then by audit id. */
export function familiesOf(
  cases: readonly CaseOfFamily[],
  holders: ReadonlyMap<FamilyId, readonly PersonId[]>,
): readonly FamilyToPlace[] {
  const byFamily = new Map<FamilyId, CaseOfFamily[]>();
  for (const one of cases) {
    if (one.family !== null) byFamily.set(one.family, [...(byFamily.get(one.family) ?? []), one]);
  }
  return [...byFamily]
    .map(([family, ofFamily]) => ({ cases: ofFamily, known: holders.get(family) ?? [] }))
    .filter(({ cases: ofFamily, known }) => ofFamily.length > 1 || known.length > 0)
    .sort((one, other) => other.cases.length - one.cases.length);
}

/**
 * Gives each family as a whole to one auditor who can take all of it: to somebody who knows it, else to whoever has least.
 * A family that nobody can take as a whole is left out. `rooms` is brought up to date.
 */
export function placeFamilies(
  families: readonly FamilyToPlace[],
  rooms: Map<PersonId, Room>,
): ReadonlyMap<AuditId, PersonId> {
  const placed = new Map<AuditId, PersonId>();
  for (const { cases, known } of families) {
    const free = (auditor: PersonId): number => {
      const room = rooms.get(auditor);
      return room === undefined ? 0 : room.capacity - room.load;
    };
    const [first, ...others] = cases;
    const able = (first?.candidates ?? []).filter(
      (auditor) =>
        free(auditor) >= cases.length && others.every(({ candidates }) => candidates.includes(auditor)),
    );
    const knowing = able.filter((auditor) => known.includes(auditor));
    const chosen = least(knowing.length > 0 ? knowing : able, rooms);
    if (chosen === null) continue;
    const room = rooms.get(chosen);
    if (room !== undefined) rooms.set(chosen, { ...room, load: room.load + cases.length });
    for (const { audit } of cases) placed.set(audit, chosen);
  }
  return placed;
}

/** The first of those with the smallest load. */
const least = (auditors: readonly PersonId[], rooms: ReadonlyMap<PersonId, Room>): PersonId | null =>
  auditors.reduce<PersonId | null>(
    (best, auditor) =>
      best === null || (rooms.get(auditor)?.load ?? 0) < (rooms.get(best)?.load ?? 0) ? auditor : best,
    null,
  );
