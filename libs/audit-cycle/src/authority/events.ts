import type { EventOf } from '../decider.js';

/** `simulated`: the moments of this authority are made up, and every page and export says so. */
export type ClockKind = 'real' | 'simulated';

export type AuthorityEvent = EventOf<'AuthorityRegistered', { name: string; clock: ClockKind }>;
