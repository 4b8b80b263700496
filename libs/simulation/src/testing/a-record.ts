import type { AuditCycleEvent, CommandGateway } from '#audit-cycle';
import { InProcessGateway, MemoryCycleSecrets } from '#capture';
import {
  canonicalJson,
  factsOf,
  MemoryBlobStore,
  MemoryConsumerCheckpoints,
  MemoryEventLog,
  parseStreamName,
  sha256Hex,
  type BlobStore,
  type ConsumerCheckpoints,
  type EventLog,
  type RecordedEvent,
} from '#event-log';
import { characteristicsInMemory } from '#population/testing';
import type { SimulationPorts } from '../ports.js';
import { cycleFromLog, roundFromLog } from '../read-from-log.js';

/** Where a simulation leaves its record, and what of it survives when the process is killed. */
export interface Stores {
  readonly log: EventLog;
  readonly blobs: BlobStore;
  readonly checkpoints: ConsumerCheckpoints;
}

/** An event with the stream it stands in. */
export type Told = AuditCycleEvent & {
  readonly stream: string;
  readonly id: string;
  readonly occurredAt: string;
  readonly actor: string;
};

export const inMemory = (): Stores => ({
  log: new MemoryEventLog(() => new Date(0)),
  blobs: new MemoryBlobStore(),
  checkpoints: new MemoryConsumerCheckpoints(),
});

/** Lets `live` use the record through a process of its own, and ends that process. `through` may stand between the two. */
export async function onRecord<T>(
  { log, blobs, checkpoints }: Stores,
  live: (ports: SimulationPorts) => Promise<T>,
  through: (gateway: CommandGateway) => CommandGateway = (gateway) => gateway,
): Promise<T> {
  const gateway = new InProcessGateway({
    ...{ log, blobs, checkpoints },
    secrets: new MemoryCycleSecrets(),
    clock: () => new Date(),
    newSeed: () => sha256Hex('drawn by the server'),
    report: (line, about) => {
      throw new Error(`${line}: ${JSON.stringify(about)}`);
    },
  });
  const stop = new AbortController();
  const running: Promise<void>[] = [];
  try {
    return await live({
      gateway: through(gateway),
      blobs,
      characteristics: characteristicsInMemory(),
      cycle: cycleFromLog(log),
      round: roundFromLog(log),
      settle: (authority, position) => {
        if (running.length === 0) running.push(gateway.run(stop.signal));
        return gateway.carriedOn(authority, position, 30_000);
      },
    });
  } finally {
    stop.abort();
    await Promise.all(running);
  }
}

/** The log's events in their order, from the first on. */
export async function recordOf({ log }: Stores, authority: string): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for (let page = await log.readAll(authority); page.events.length > 0;) {
    all.push(...page.events);
    page = await log.readAll(authority, { after: page.through });
  }
  return all;
}

export const toldBy = (event: RecordedEvent): Told => {
  const { stream, type, occurredAt, actor } = event.header;
  const { id } = parseStreamName(stream);
  return { stream, id, type, occurredAt, actor, facts: factsOf(event), narrative: null } as Told;
};

export const everythingIn = async (stores: Stores, authority: string): Promise<readonly Told[]> =>
  (await recordOf(stores, authority)).map(toldBy);

/** What happened in each stream, in which order and when; not in which order between streams. */
export function digestOf(events: readonly Told[]): string {
  const streams = new Map<string, unknown[]>();
  for (const { stream, type, facts, occurredAt } of events) {
    const known = streams.get(stream) ?? [];
    known.push([type, facts, occurredAt]);
    streams.set(stream, known);
  }
  return sha256Hex(canonicalJson([...streams].sort(([one], [other]) => (one < other ? -1 : 1))));
}

/** The events of one type, with the facts of that type. */
export const only = <T extends Told['type']>(
  events: readonly Told[],
  type: T,
): readonly Extract<Told, { type: T }>[] =>
  events.filter((event): event is Extract<Told, { type: T }> => event.type === type);
