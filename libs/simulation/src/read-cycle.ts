import { cycle as cycleDecider, upcast, type CycleEvent } from '#audit-cycle';
import { factsOf, streamName, type EventLog, type RecordedEvent } from '#event-log';
import type { SimulationPorts } from './ports.js';

/** Looks at a cycle in the log itself, for whoever composes a simulation beside it. A cycle's stream is short: one page holds it. */
export const cycleFromLog =
  (log: EventLog): SimulationPorts['cycle'] =>
  async (authority, id) => {
    const events = await log.readStream(streamName(authority, 'cycle', id));
    const state = events.map(cycleEvent).reduce(cycleDecider.evolve, cycleDecider.initialState);
    return { state, position: events.at(-1)?.position ?? 0n };
  };

function cycleEvent(recorded: RecordedEvent): CycleEvent {
  const { type, schema } = recorded.header;
  const { facts } = upcast(type, schema, { facts: factsOf(recorded) });
  return { type, facts, narrative: null } as CycleEvent;
}
