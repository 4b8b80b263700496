import type { Actor, AuthorityId, Instant, Order, PersonId, Role } from '#audit-cycle';
import { derivedId } from '#event-log';
import type { Step } from './step.js';

/** Ids of everything in one simulation, and the steps taken in it. They follow from authority, seed and cause. */
export class StepMaker {
  constructor(
    readonly authority: AuthorityId,
    private readonly seed: number,
  ) {}

  id(...cause: readonly [string, ...string[]]): string {
    return derivedId('simulation', this.authority, String(this.seed), ...cause);
  }

  /** The escalation that the product opens for the first event of a step. */
  escalationOf({ commandId }: Step): string {
    return derivedId('escalation', derivedId('event', this.authority, commandId, '0'));
  }

  /** `label` tells apart what is done to the same thing. */
  step(at: Instant, actor: Actor, order: Order, label: string, mustBeRefused = false): Step {
    const commandId = this.id('command', order.kind, order.id, label);
    return { at, actor, commandId, order, mustBeRefused };
  }
}

/** Somebody acting in all of their roles. */
export const acting = ({ id, roles }: { readonly id: PersonId; readonly roles: readonly Role[] }): Actor => ({
  person: id,
  roles,
});
