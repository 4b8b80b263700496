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

  /** The escalation that the product opens for the first event of a command. */
  escalationOf(command: Pick<Step, 'commandId'>): string {
    return derivedId('escalation', this.firstEventOf(command));
  }

  /** The command by which the product puts a blind grade beside ours. */
  comparing({ commandId, order }: Step): Pick<Step, 'commandId'> {
    return { commandId: derivedId('grades-compared', this.firstEventOf({ commandId }), order.id) };
  }

  /** `label` tells apart what is done to the same thing. */
  step(at: Instant, actor: Actor, order: Order, label: string, mustBeRefused = false): Step {
    const commandId = this.id('command', order.kind, order.id, label);
    return { at, actor, commandId, order, mustBeRefused };
  }

  private firstEventOf({ commandId }: Pick<Step, 'commandId'>): string {
    return derivedId('event', this.authority, commandId, '0');
  }
}

/** Somebody acting in all of their roles. */
export const acting = ({ id, roles }: { readonly id: PersonId; readonly roles: readonly Role[] }): Actor => ({
  person: id,
  roles,
});
