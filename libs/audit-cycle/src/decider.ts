/**
 * The shape of every aggregate: state is folded from events, a command is decided from state and context alone.
 * Deciding twice from the same input gives the same answer, so any past decision can be explained again.
 */
export interface Decider<State, Command, Event extends DomainEvent, Context> {
  readonly initialState: State;
  readonly evolve: (state: State, event: Event) => State;
  readonly decide: (command: Command, state: State, context: Context) => Decision<Event>;
}

/** Something that happened. `facts` are open codes, dates, ids and numbers; `narrative` is text about people, kept apart. */
export interface DomainEvent {
  readonly type: string;
  readonly facts: object;
  readonly narrative: Readonly<Record<string, string>> | null;
}

/** One member of an aggregate's event union. `Narrative` names the texts that the event may carry. */
export interface EventOf<Type extends string, Facts extends object, Narrative extends string = never> {
  readonly type: Type;
  readonly facts: Readonly<Facts>;
  readonly narrative:
    ([Narrative] extends [never] ? never : Readonly<Partial<Record<Narrative, string>>>) | null;
}

/** A decision is all of its events or one refusal; never a part. */
export type Decision<Event> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** An expected "no": a stable code for programs, a sentence that says what to do for people, and open details. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export const accept = <Event>(...events: readonly Event[]): Decision<Event> => ({ ok: true, events });

export const refuse = (
  code: string,
  message: string,
  details?: Readonly<Record<string, unknown>>,
): Decision<never> => ({
  ok: false,
  refusal: details === undefined ? { code, message } : { code, message, details },
});
