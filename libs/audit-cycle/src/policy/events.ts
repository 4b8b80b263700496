import type { EventOf } from '../decider.js';
import type { Policy } from './policy.js';

export type PolicyEvent = EventOf<'PolicyAdopted', { policy: Policy }>;
