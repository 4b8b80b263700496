import type { Actor, Instant, Order } from '#audit-cycle';

/** One thing that somebody does at some moment. */
export interface Step {
  readonly at: Instant;
  readonly actor: Actor;
  /** Follows from seed and cause, so the step can be taken again without harm. */
  readonly commandId: string;
  readonly order: Order;
  /** They are about to learn that they may not: whatever is answered, it must be a refusal. */
  readonly mustBeRefused: boolean;
  /** It rests on what the processes make of the steps before it in its story. */
  readonly afterProcesses?: true;
}

/** The same step, taken once the processes have carried on what came before it. */
export const onceCarriedOn = (step: Step): Step => ({ ...step, afterProcesses: true });

export const inOrderOfTime = (steps: readonly Step[]): readonly Step[] =>
  steps
    .map((step, n) => ({ step, n }))
    .sort((one, other) => compare(one.step.at, other.step.at) || one.n - other.n)
    .map(({ step }) => step);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
