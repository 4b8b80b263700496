import { isHere, londonDate, type PersonId } from '#audit-cycle';
import { InProcessGateway, MemoryCycleSecrets } from '#capture';
import { MemoryBlobStore, MemoryConsumerCheckpoints, MemoryEventLog } from '#event-log';
import { MemoryViewStore, pause, Projections } from '#projections';
import { cycleFromLog, roundFromLog } from '#simulation';
import { VIEWS } from '#views';
import { characteristicsInMemory } from '#population/testing';
import type { Finding, Touchstone } from '../touchstone.js';
import { apiInMemory } from './api-in-memory.js';

/** The moment that everything in memory happens at, unless it is simulated. */
export const NOW = '2026-03-02T09:00:00.000Z';

/** What outlives a verb: the record and the rows, in memory. Each opening is a process of its own on them. */
export class TouchstoneInMemory {
  readonly log = new MemoryEventLog(() => new Date(NOW));
  readonly blobs = new MemoryBlobStore();
  readonly characteristics = characteristicsInMemory();
  readonly views = new MemoryViewStore();
  readonly caseSystemNames = new Map<string, PersonId>();
  findings: readonly Finding[] = [];
  /** How many openings were not closed again. */
  open = 0;
  private readonly checkpoints = new MemoryConsumerCheckpoints();
  private readonly secrets = new MemoryCycleSecrets();
  private seeds = 0;

  opening(): Touchstone {
    const { log, blobs, characteristics, checkpoints, secrets } = this;
    const gateway = new InProcessGateway({
      ...{ log, blobs, checkpoints, secrets },
      clock: () => new Date(NOW),
      newSeed: () => `seed-${++this.seeds}`,
      report: (line, about) => {
        throw new Error(`${line}: ${JSON.stringify(about)}`);
      },
    });
    const projections = new Projections({
      ...{ log, pause, store: this.views, views: VIEWS },
      now: () => new Date(NOW),
      report: () => undefined,
      discoverEvery: 5,
    });
    const stopping = new AbortController();
    const running = projections.run(stopping.signal);
    this.open += 1;
    return {
      ...{ log, blobs, characteristics, gateway, projections },
      simulation: {
        ...{ gateway, blobs, characteristics, cycle: cycleFromLog(log), round: roundFromLog(log) },
        settle: (authority) => gateway.catchUp(authority),
      },
      actor: async (authority, person) => {
        const { state } = await gateway.lookups.streams.load(authority, 'person', person);
        return isHere(state, londonDate(NOW)) ? { person, roles: state.roles } : null;
      },
      caseSystemNames: async () => this.caseSystemNames,
      openApi: () => apiInMemory({ gateway, log, blobs, characteristics }),
      examine: async () => this.findings,
      close: async () => {
        stopping.abort();
        await running;
        this.open -= 1;
      },
    };
  }
}
