import type { EventOf } from '../decider.js';

/** `simulated`: the moments of this authority are made up, and every page and export says so. */
export type ClockKind = 'real' | 'simulated';

/** The authority itself. Each has a log of its own, and this is the first event in it. */
export type AuthorityEvent =
  /** The authority began to keep its record here. */
  EventOf<
    'AuthorityRegistered',
    {
      /** What people call the authority. */
      name: string;
      clock: ClockKind;
    }
  >;
