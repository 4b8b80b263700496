import type { PolicyEvent } from './events.js';
import type { Policy } from './policy.js';

export interface PolicyState {
  readonly current: Policy | null;
}

export const noPolicyYet: PolicyState = { current: null };

export const evolvePolicy = (_state: PolicyState, event: PolicyEvent): PolicyState => ({
  current: event.facts.policy,
});
