import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { needsSetUpRole } from '../vocabulary/needs-set-up-role.js';
import type { PolicyCommand } from './commands.js';
import type { PolicyEvent } from './events.js';
import { policyFaults } from './policy-limits.js';
import type { PolicyState } from './state.js';

/** Refusals: not-permitted, policy-version, policy-invalid. */
export const decidePolicy = (
  { policy }: PolicyCommand,
  state: PolicyState,
  { actor }: Acting,
): Decision<PolicyEvent> => {
  const notPermitted = needsSetUpRole(actor, 'qa-lead', 'administrator');
  if (notPermitted !== null) return notPermitted;
  const next = (state.current?.version ?? 0) + 1;
  if (policy.version !== next) {
    return refuse(
      'policy-version',
      `The next version of the policy is ${next}. Read the current one first.`,
      {
        next,
      },
    );
  }
  const faults = policyFaults(policy);
  if (faults.length > 0)
    return refuse('policy-invalid', `Correct the policy: ${faults.join(' ')}`, { faults });
  return accept({ type: 'PolicyAdopted', facts: { policy }, narrative: null });
};
