import { authorityStreamId } from '#authority-setup';
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
import { findContext } from '../contexts/find-context.js';
import type { Known, Lookups } from '../contexts/lookups.js';
import { commandDigest } from './command-digest.js';
import { keyScope } from './key-scope.js';
import { isStanding, type Standing } from './standing-states.js';

/** Deciding again after another writer was first; more than this many in a row is a fault, not a race. */
const MOST_ATTEMPTS = 20;

/**
 * Carries a command from the question to the record: was it done before, what is the state, what does the domain say, append.
 * The append expects the very revision that was decided on, so a decision is never recorded on a state it did not see.
 */
export class CommandDecider {
  constructor(
    private readonly log: EventLog,
    private readonly lookups: Lookups,
    private readonly clock: () => Date,
  ) {}

  async decide(envelope: Envelope): Promise<CommandAnswer> {
    const digest = commandDigest(envelope);
    const [done, known] = await Promise.all([
      this.log.findCommand(envelope.authority, envelope.commandId),
      this.known(envelope),
    ]);
    if (done !== null) return done.digest === digest ? accepted(done, true) : refused(KEY_REUSED);
    const now = this.momentOf(envelope, known);
    if (typeof now !== 'string') return refused(now);
    // The first attempt decides on what is remembered. Where that is out of date its append meets a conflict, and a refusal
    // counts only when it is given on what the log has now.
    const first = await this.attempt(envelope, envelope.order, known, now, digest, 'recall');
    if (first !== 'overtaken' && first.ok) return first;
    for (let attempt = 2; attempt <= MOST_ATTEMPTS; attempt++) {
      const answer = await this.attempt(
        envelope,
        envelope.order,
        await this.known(envelope),
        now,
        digest,
        'load',
      );
      if (answer !== 'overtaken')
        return answer.ok ? answer : this.refusedUnlessDone(envelope, digest, answer);
    }
    throw new Error(
      `Other writers were first ${MOST_ATTEMPTS} times on ${envelope.order.kind}-${envelope.order.id}`,
    );
  }

  /**
   * The same command may have been on its way twice: the other one was done after this one was looked up, and what it did is why
   * this one was refused. Then its answer is the answer.
   */
  private async refusedUnlessDone(
    { authority, commandId }: Envelope,
    digest: string,
    refusal: CommandAnswer,
  ): Promise<CommandAnswer> {
    const done = await this.log.findCommand(authority, commandId);
    if (done === null) return refusal;
    return done.digest === digest ? accepted(done, true) : refused(KEY_REUSED);
  }

  private async attempt<K extends StreamKind>(
    envelope: Envelope,
    order: OrderFor<K>,
    known: Known,
    now: string,
    digest: string,
    how: 'recall' | 'load',
  ): Promise<CommandAnswer | 'overtaken'> {
    const { authority, actor, commandId } = envelope;
    const { revision, state } = await this.stateOf(known, order, how);
    if (envelope.seenRevision !== undefined && envelope.seenRevision !== revision)
      return refused(movedOn(revision));
    const acting: Acting = { now, actor };
    const context = await findContext(known, order, state, acting);
    const decision: Decision<AggregateTypes[K]['event']> = aggregates[order.kind].decide(
      order.command,
      state,
      context,
    );
    if (!decision.ok) return refused(decision.refusal);
    const stream = streamName(authority, order.kind, order.id);
    const after = stateAfter(order.kind, state, decision.events);
    const answer = await this.log.append({
      stream,
      events: this.records(envelope, stream, now, decision.events, (event) =>
        keyScope(order.kind, order.id, after, event),
      ),
      expect: revision ?? 'none',
      command: { id: commandId, digest },
    });
    switch (answer.outcome) {
      case 'appended':
        this.lookups.streams.remember(stream, { revision: answer.lastRevision, state: after });
        return accepted(answer, false);
      case 'already-done':
        return accepted(answer, true);
      case 'command-mismatch':
        return refused(KEY_REUSED);
      case 'conflict':
        return 'overtaken';
    }
  }

  private records<Event extends AuditCycleEvent>(
    { authority, commandId, actor, correlation, causation }: Envelope,
    stream: string,
    now: string,
    events: readonly Event[],
    scopeOf: (event: Event) => string,
  ): EventRecord[] {
    return events.map((event, n) => {
      const { type, facts, narrative } = event;
      return makeRecord({
        stream,
        id: derivedId('event', authority, commandId, String(n)),
        type,
        schema: EVENT_SCHEMAS[type],
        occurredAt: now,
        actor: actor.process ?? actor.person,
        command: commandId,
        correlation: correlation ?? commandId,
        causation: causation ?? null,
        keyScope: scopeOf(event),
        facts,
        narrative: narrative === null || Object.keys(narrative).length === 0 ? null : narrative,
      });
    });
  }

  private async known({ authority }: Envelope): Promise<Known> {
    return { ...this.lookups, authority, look: await this.lookups.standing.look(authority) };
  }

  private async stateOf<K extends StreamKind>(
    { authority, look, streams }: Known,
    { kind, id }: OrderFor<K>,
    how: 'recall' | 'load',
  ): Promise<Standing<K>> {
    return isStanding(kind) ? look.of(kind, id) : streams[how](authority, kind, id);
  }

  /** The clock's moment; in an authority with a simulated clock, the one the sender names. */
  private momentOf({ authority, order, at }: Envelope, { look }: Known): string | Refusal {
    const now = this.clock().toISOString();
    if (order.kind === 'authority') return at !== undefined && order.command.clock === 'simulated' ? at : now;
    const { registered } = look.of('authority', authorityStreamId(authority)).state;
    if (registered === null) return UNKNOWN_AUTHORITY;
    if (at === undefined) return now;
    return registered.clock === 'simulated' ? at : CLOCK_IS_REAL;
  }
}

/** Folded as it will be when it is read back: without narrative. */
const stateAfter = <K extends StreamKind>(
  kind: K,
  before: AggregateTypes[K]['state'],
  events: readonly AggregateTypes[K]['event'][],
): AggregateTypes[K]['state'] =>
  events.reduce((state, event) => aggregates[kind].evolve(state, { ...event, narrative: null }), before);

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
