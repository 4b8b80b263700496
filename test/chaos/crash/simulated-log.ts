import { InProcessGateway, MemoryCycleSecrets } from '#capture';
import { MemoryBlobStore, MemoryConsumerCheckpoints, MemoryEventLog, type EventLog } from '#event-log';
import { SealedCharacteristics } from '#population';
import { AesSealer, rootKey } from '#sealing';
import { cycleFromLog, roundFromLog, simulate, type SimulationOptions } from '#simulation';

/** A simulated programme in memory, with nobody disturbing it. */
export async function simulatedLog(programme: SimulationOptions): Promise<EventLog> {
  const log = new MemoryEventLog(() => new Date());
  const blobs = new MemoryBlobStore();
  const gateway = new InProcessGateway({
    log,
    blobs,
    checkpoints: new MemoryConsumerCheckpoints(),
    secrets: new MemoryCycleSecrets(),
    clock: () => new Date(),
    newSeed: () => 'not used',
    report: () => undefined,
  });
  const stop = new AbortController();
  const running = gateway.run(stop.signal);
  await simulate(programme, {
    gateway,
    blobs,
    characteristics: new SealedCharacteristics(new AesSealer(rootKey(Buffer.alloc(32, 7))), blobs),
    cycle: cycleFromLog(log),
    round: roundFromLog(log),
    settle: (authority, position) => gateway.carriedOn(authority, position, 30_000),
  });
  stop.abort();
  await running;
  return log;
}
