import type { Policy } from './policy.js';

export interface AdoptPolicy {
  readonly type: 'AdoptPolicy';
  readonly policy: Policy;
}

export type PolicyCommand = AdoptPolicy;
