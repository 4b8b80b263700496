import { cycle as cycleDecider, type CycleEvent } from '#audit-cycle';
import { factsOf, streamName, type EventLog } from '#event-log';
import type { SimulationPorts } from './ports.js';

/** Looks at a cycle in the log itself, for whoever composes a simulation beside it. A cycle's stream is short: one page holds it. */
export const cycleFromLog =
  (log: EventLog): SimulationPorts['cycle'] =>
  async (authority, id) => {
    const events = await log.readStream(streamName(authority, 'cycle', id));
    const state = events.reduce(
      (before, event) =>
        cycleDecider.evolve(before, {
          type: event.header.type,
          facts: factsOf(event),
          narrative: null,
        } as CycleEvent),
      cycleDecider.initialState,
    );
    return { state, position: events.at(-1)?.position ?? 0n };
  };
