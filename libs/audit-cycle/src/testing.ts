import { expect } from '@jest/globals';
import type { Decider, DomainEvent } from './decider.js';

export interface Given<Command, Event, Context> {
  readonly when: (command: Command, context: Context) => Outcome<Event>;
}

export interface Outcome<Event> {
  /** Exactly these events, in this order; the state takes each of them in. */
  readonly then: (...events: readonly Event[]) => void;
  /** No event, this code, and a sentence for people; `details` are compared where they are given. */
  readonly thenRefused: (code: string, details?: Readonly<Record<string, unknown>>) => void;
}

/**
 * A decision told as a sentence: given what happened, when somebody asks for something, then this.
 * State, command and context are frozen before deciding, so a decider that changes its input fails its test.
 */
export const given = <State, Command, Event extends DomainEvent, Context>(
  decider: Decider<State, Command, Event, Context>,
  history: readonly Event[],
): Given<Command, Event, Context> => ({
  when: (command, context) => {
    const evolve = (state: State, event: Event): State => frozen(decider.evolve(state, frozen(event)));
    const state = history.reduce(evolve, frozen(decider.initialState));
    const decision = decider.decide(frozen(command), state, frozen(context));
    return {
      then: (...events) => {
        expect(decision).toEqual({ ok: true, events });
        events.reduce(evolve, state);
      },
      thenRefused: (code, details) => {
        expect(decision).toMatchObject({ ok: false, refusal: { code } });
        if (decision.ok) return;
        expect(decision.refusal.message).toMatch(/^[A-Z].*\.$/s);
        if (details !== undefined) expect(decision.refusal.details).toEqual(details);
      },
    };
  },
});

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};
