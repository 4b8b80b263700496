import {
  aggregates,
  EVENT_SCHEMAS,
  type Acting,
  type AggregateTypes,
  type AuditCycleEvent,
  type CommandAnswer,
  type Decision,
  type Envelope,
  type OrderFor,
  type Refusal,
  type StreamKind,
} from '#audit-cycle';
import {
  derivedId,
  makeRecord,
  parseStreamName,
  streamName,
  type Appended,
  type EventLog,
  type EventRecord,
} from '#event-log';
import type { ContextFinder } from '../contexts/context-finder.js';
import { commandDigest } from './command-digest.js';
import { keyScope } from './key-scope.js';
import type { StreamStates } from './stream-states.js';
import { authorityStreamId } from '#authority-setup';

/** Deciding again after another writer was first; more than this many in a row is a fault, not a race. */
const MOST_ATTEMPTS = 20;

/**
 * Carries a command from the question to the record: was it done before, what is the state, what does the domain say, append.
 * The append expects the very revision that was decided on, so a decision is never recorded on a state it did not see.
 */
export class CommandDecider {
  constructor(
    private readonly log: EventLog,
    private readonly streams: StreamStates,
    private readonly contexts: ContextFinder,
    private readonly clock: () => Date,
  ) {}

  async decide(envelope: Envelope): Promise<CommandAnswer> {
    const digest = commandDigest(envelope);
    const done = await this.log.findCommand(envelope.authority, envelope.commandId);
    if (done !== null) return done.digest === digest ? accepted(done, true) : refused(KEY_REUSED);
    const now = await this.momentOf(envelope);
    if (typeof now !== 'string') return refused(now);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const answer = await this.attempt(envelope, envelope.order, now, digest);
      if (answer !== 'overtaken') return answer;
    }
    throw new Error(
      `Other writers were first ${MOST_ATTEMPTS} times on ${envelope.order.kind}-${envelope.order.id}`,
    );
  }

  private async attempt<K extends StreamKind>(
    envelope: Envelope,
    order: OrderFor<K>,
    now: string,
    digest: string,
  ): Promise<CommandAnswer | 'overtaken'> {
    const { authority, actor, commandId } = envelope;
    const { revision, state } = await this.streams.load(authority, order.kind, order.id);
    if (envelope.seenRevision !== undefined && envelope.seenRevision !== revision)
      return refused(movedOn(revision));
    const acting: Acting = { now, actor };
    const context = await this.contexts.find(authority, order, state, acting);
    const decision: Decision<AggregateTypes[K]['event']> = aggregates[order.kind].decide(
      order.command,
      state,
      context,
    );
    if (!decision.ok) return refused(decision.refusal);
    const stream = streamName(authority, order.kind, order.id);
    const answer = await this.log.append({
      stream,
      events: this.records(envelope, order, state, stream, now, decision.events),
      expect: revision ?? 'none',
      command: { id: commandId, digest },
    });
    switch (answer.outcome) {
      case 'appended':
        return accepted(answer, false);
      case 'already-done':
        return accepted(answer, true);
      case 'command-mismatch':
        return refused(KEY_REUSED);
      case 'conflict':
        return 'overtaken';
    }
  }

  private records<K extends StreamKind>(
    envelope: Envelope,
    order: OrderFor<K>,
    before: AggregateTypes[K]['state'],
    stream: string,
    now: string,
    events: readonly AggregateTypes[K]['event'][],
  ): EventRecord[] {
    const { commandId, actor, correlation = commandId, causation = null } = envelope;
    const after = events.reduce((state, event) => aggregates[order.kind].evolve(state, event), before);
    return events.map((event: AuditCycleEvent, n) =>
      makeRecord({
        stream,
        id: derivedId('event', commandId, String(n)),
        type: event.type,
        schema: EVENT_SCHEMAS[event.type],
        occurredAt: now,
        actor: actor.process ?? actor.person,
        command: commandId,
        correlation,
        causation,
        keyScope: keyScope(order.kind, order.id, after),
        facts: event.facts,
        narrative:
          event.narrative === null || Object.keys(event.narrative).length === 0 ? null : event.narrative,
      }),
    );
  }

  /** The clock's moment; in an authority with a simulated clock, the one the sender names. */
  private async momentOf({ authority, order, at }: Envelope): Promise<string | Refusal> {
    const now = this.clock().toISOString();
    if (order.kind === 'authority') return at !== undefined && order.command.clock === 'simulated' ? at : now;
    const { state } = await this.streams.load(authority, 'authority', authorityStreamId(authority));
    if (state.registered === null) return UNKNOWN_AUTHORITY;
    if (at === undefined) return now;
    return state.registered.clock === 'simulated' ? at : CLOCK_IS_REAL;
  }
}

const accepted = ({ stream, lastRevision, lastPosition }: Appended, repeated: boolean): CommandAnswer => ({
  ok: true,
  id: parseStreamName(stream).id,
  stream,
  revision: lastRevision,
  position: lastPosition,
  repeated,
});

const refused = (refusal: Refusal): CommandAnswer => ({ ok: false, refusal });

const KEY_REUSED: Refusal = {
  code: 'idempotency-key-reused',
  message: 'This key was used before for another request. Send a new request under a new key.',
};

const UNKNOWN_AUTHORITY: Refusal = { code: 'not-found', message: 'There is no such authority here.' };

const CLOCK_IS_REAL: Refusal = {
  code: 'clock-is-real',
  message: 'Only an authority with a simulated clock can be told what time it is.',
};

const movedOn = (revision: bigint | null): Refusal => ({
  code: 'revision-mismatch',
  message: 'Somebody changed this since you looked at it. Load it again and decide afresh.',
  details: { revision: revision === null ? null : String(revision) },
});
