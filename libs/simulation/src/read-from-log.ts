import {
  cycle as cycleDecider,
  reviewRound,
  upcast,
  type AuditCycleEvent,
  type CycleEvent,
  type ReviewRoundEvent,
} from '#audit-cycle';
import { factsOf, streamName, type EventLog, type RecordedEvent } from '#event-log';
import type { SimulationPorts } from './ports.js';

/** Looks at a cycle in the log itself, for whoever composes a simulation beside it. A cycle's stream is short: one page holds it. */
export const cycleFromLog =
  (log: EventLog): SimulationPorts['cycle'] =>
  async (authority, id) => {
    const events = await log.readStream(streamName(authority, 'cycle', id));
    const told = events.map((event) => toldBy(event) as CycleEvent);
    return {
      state: told.reduce(cycleDecider.evolve, cycleDecider.initialState),
      position: events.at(-1)?.position ?? 0n,
    };
  };

/** Looks at a review round in the log itself, as far as the first page of its stream goes: what was drawn stands at its beginning. */
export const roundFromLog =
  (log: EventLog): SimulationPorts['round'] =>
  async (authority, id) => {
    const events = await log.readStream(streamName(authority, 'review-round', id));
    const told = events.map((event) => toldBy(event) as ReviewRoundEvent);
    return told.reduce(reviewRound.evolve, reviewRound.initialState);
  };

function toldBy(recorded: RecordedEvent): AuditCycleEvent {
  const { type, schema } = recorded.header;
  const { facts } = upcast(type, schema, { facts: factsOf(recorded) });
  return { type, facts, narrative: null } as AuditCycleEvent;
}
