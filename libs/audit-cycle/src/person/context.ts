import type { Acting } from '../vocabulary/acting.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import type { PersonState } from './state.js';

export interface PersonContext extends Acting {
  /** Whom the command is about. */
  readonly person: PersonId;
  /** RecordLineManager: the manager that the command names; otherwise null. */
  readonly manager: PersonState | null;
}
