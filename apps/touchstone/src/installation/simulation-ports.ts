import { cycleFromLog, roundFromLog, type SimulationPorts } from '#simulation';
import type { Installation } from './installation.js';

/** A simulated command may wait so long for the processes; they are done in far less unless something is broken. */
const SETTLED_WITHIN_MS = 120_000;

/** What made-up people need of an installation. */
export const simulationPorts = ({
  gateway,
  blobs,
  characteristics,
  log,
  names,
}: Installation): SimulationPorts => ({
  gateway,
  blobs,
  characteristics,
  cycle: cycleFromLog(log),
  round: roundFromLog(log),
  settle: (authority, position) => gateway.carriedOn(authority, position, SETTLED_WITHIN_MS),
  names: {
    record: async (authority, people) => {
      const known = await names.all(authority);
      for (const { id, name } of people) {
        if (known.get(id)?.name !== name) await names.give(authority, id, { name, caseSystemName: name });
      }
    },
  },
});
