import type { AuditId, PersonId } from '../vocabulary/identifiers.js';

/** A case, and who can take it; in the order in which ties between them are broken. */
export interface Placeable {
  readonly audit: AuditId;
  readonly candidates: readonly PersonId[];
}

/** How much each has already, and how much they can have. */
export interface Room {
  readonly load: number;
  readonly capacity: number;
}

/**
 * Gives each case to one of its candidates so that as many cases as possible are placed, nobody is above their capacity, and
 * the loads are as even as they can be: the sum of their squares is least. Each case in turn goes to whoever has least among
 * all who could take it directly or by handing on cases that were placed before, which keeps all of that true of the cases so far.
 */
export function placeBalanced(
  cases: readonly Placeable[],
  rooms: ReadonlyMap<PersonId, Room>,
): ReadonlyMap<AuditId, PersonId> {
  const placed = new Placed(cases, rooms);
  for (const one of cases) placed.place(one);
  return placed.auditors;
}

class Placed {
  readonly auditors = new Map<AuditId, PersonId>();
  private readonly held = new Map<PersonId, Set<AuditId>>();
  private readonly candidates: ReadonlyMap<AuditId, readonly PersonId[]>;

  constructor(
    cases: readonly Placeable[],
    private readonly rooms: ReadonlyMap<PersonId, Room>,
  ) {
    this.candidates = new Map(cases.map(({ audit, candidates }) => [audit, candidates]));
    for (const auditor of rooms.keys()) this.held.set(auditor, new Set());
  }

  place({ audit }: Placeable): void {
    const reachedBy = this.reachable(audit);
    let target: PersonId | null = null;
    for (const auditor of reachedBy.keys()) {
      if (this.loadOf(auditor) < this.room(auditor).capacity && this.isLess(auditor, target))
        target = auditor;
    }
    if (target !== null) this.handOn(target, audit, reachedBy);
  }

  /** Everybody who could take one more case if cases were handed on, and the case that would come to them. */
  private reachable(audit: AuditId): ReadonlyMap<PersonId, AuditId> {
    const reachedBy = new Map<PersonId, AuditId>();
    const toVisit = [audit];
    for (let next = toVisit.shift(); next !== undefined; next = toVisit.shift()) {
      for (const auditor of this.candidates.get(next) ?? []) {
        if (reachedBy.has(auditor)) continue;
        reachedBy.set(auditor, next);
        toVisit.push(...this.heldBy(auditor));
      }
    }
    return reachedBy;
  }

  /** Each who is passed on the way gets a case and hands one on, so only the last one has more than before. */
  private handOn(target: PersonId, audit: AuditId, reachedBy: ReadonlyMap<PersonId, AuditId>): void {
    let to = target;
    for (;;) {
      const moving = reachedBy.get(to);
      if (moving === undefined) throw new Error(`Nothing leads to ${to}`);
      const from = this.auditors.get(moving);
      this.auditors.set(moving, to);
      this.heldBy(to).add(moving);
      if (moving === audit || from === undefined) return;
      this.heldBy(from).delete(moving);
      to = from;
    }
  }

  private isLess(auditor: PersonId, than: PersonId | null): boolean {
    if (than === null) return true;
    const [load, other] = [this.loadOf(auditor), this.loadOf(than)];
    return load < other || (load === other && auditor < than);
  }

  private loadOf(auditor: PersonId): number {
    return this.room(auditor).load + this.heldBy(auditor).size;
  }

  private room(auditor: PersonId): Room {
    const room = this.rooms.get(auditor);
    if (room === undefined) throw new RangeError(`It is not known how much ${auditor} can take`);
    return room;
  }

  private heldBy(auditor: PersonId): Set<AuditId> {
    const held = this.held.get(auditor);
    if (held === undefined) throw new RangeError(`It is not known how much ${auditor} can take`);
    return held;
  }
}
