import type { Instant } from './dates.js';
import type { PersonId } from './identifiers.js';
import type { Role } from './role.js';

/** Who decides: a person of the directory, or one of the product's own processes carrying a decision on. */
export interface Actor {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  readonly process?: string;
}

/** What every decision is told from outside. */
export interface Acting {
  readonly now: Instant;
  readonly actor: Actor;
}
