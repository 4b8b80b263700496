import type { EventOf } from '../decider.js';
import type { Policy } from './policy.js';

/** The policy of an authority: the numbers in its rules. */
export type PolicyEvent =
  /** A version of the policy was adopted. It holds for the cycles that are planned from now on; each keeps its copy. */
  EventOf<'PolicyAdopted', { policy: Policy }>;
