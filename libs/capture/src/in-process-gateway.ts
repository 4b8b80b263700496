import type { CommandAnswer, CommandGateway, Envelope } from '#audit-cycle';
import type { BlobStore, ConsumerCheckpoints, EventLog } from '#event-log';
import { Frames } from './contexts/frames.js';
import type { Lookups } from './contexts/lookups.js';
import { CommandDecider } from './deciding/command-decider.js';
import { StandingStates } from './deciding/standing-states.js';
import { StreamStates } from './deciding/stream-states.js';
import { caseSelection } from './processes/case-selection.js';
import { ProcessRunner } from './processes/process-runner.js';
import type { CycleSecrets } from './secrets/cycle-secrets.js';

export interface CaptureDependencies {
  readonly log: EventLog;
  readonly blobs: BlobStore;
  readonly checkpoints: ConsumerCheckpoints;
  readonly secrets: CycleSecrets;
  readonly clock: () => Date;
  /** A seed that nobody can know beforehand. */
  readonly newSeed: () => string;
  /** Told what the processes met: refusals, and failures that are tried again. */
  readonly report: (line: string, about: object) => void;
}

/** Decides in this process, and runs the processes that carry decisions on. */
export class InProcessGateway implements CommandGateway {
  readonly lookups: Lookups;
  private readonly decider: CommandDecider;
  private readonly processes: ProcessRunner;

  constructor({ log, blobs, checkpoints, secrets, clock, newSeed, report }: CaptureDependencies) {
    const standing = new StandingStates(log);
    const streams = new StreamStates(log, standing);
    this.lookups = { log, streams, standing, frames: new Frames(blobs), blobs, secrets, newSeed };
    this.decider = new CommandDecider(log, this.lookups, clock);
    this.processes = new ProcessRunner(caseSelection(this.lookups), {
      log,
      checkpoints,
      streams,
      decide: (envelope) => this.execute(envelope),
      report,
    });
  }

  execute(envelope: Envelope): Promise<CommandAnswer> {
    return this.decider.decide(envelope);
  }

  carriedOn(authority: string, position: bigint, timeoutMs: number): Promise<void> {
    return this.processes.carriedOn(authority, position, timeoutMs);
  }

  /** Carries on everything up to the end of the log as it is now. */
  catchUp(authority: string): Promise<void> {
    return this.processes.catchUp(authority);
  }

  /** Runs the processes until the signal is aborted. */
  run(signal: AbortSignal): Promise<void> {
    return this.processes.run(signal);
  }
}
