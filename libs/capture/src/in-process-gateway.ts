import type { CommandAnswer, CommandGateway, Envelope } from '#audit-cycle';
import type { BlobStore, ConsumerCheckpoints, EventLog } from '#event-log';
import { Frames } from './contexts/frames.js';
import type { Lookups } from './contexts/lookups.js';
import { CommandDecider } from './deciding/command-decider.js';
import { StandingStates } from './deciding/standing-states.js';
import { StreamStates } from './deciding/stream-states.js';
import { approveCalibrated } from './processes/approve-calibrated.js';
import { caseSelection } from './processes/case-selection.js';
import { conflictReopens } from './processes/conflict-reopens.js';
import { escalating } from './processes/escalating.js';
import { reAuditSelection } from './processes/re-audit-selection.js';
import { gradesCompared } from './processes/grades-compared.js';
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
  private readonly processes: readonly ProcessRunner[];

  constructor({ log, blobs, checkpoints, secrets, clock, newSeed, report }: CaptureDependencies) {
    const standing = new StandingStates(log);
    const streams = new StreamStates(log, standing);
    this.lookups = { log, streams, standing, frames: new Frames(blobs), blobs, secrets, newSeed, clock };
    this.decider = new CommandDecider(log, this.lookups, clock);
    const decide = (envelope: Envelope): Promise<CommandAnswer> => this.execute(envelope);
    this.processes = [
      caseSelection(this.lookups),
      conflictReopens(this.lookups),
      escalating(this.lookups),
      reAuditSelection,
      gradesCompared,
      approveCalibrated,
    ].map((process) => new ProcessRunner(process, { log, checkpoints, streams, decide, report }));
  }

  execute(envelope: Envelope): Promise<CommandAnswer> {
    return this.decider.decide(envelope);
  }

  async carriedOn(authority: string, position: bigint, timeoutMs: number): Promise<void> {
    await Promise.all(this.processes.map((process) => process.carriedOn(authority, position, timeoutMs)));
  }

  /** Carries on everything up to the end of the log, and what follows from that as well. */
  async catchUp(authority: string): Promise<void> {
    const { log } = this.lookups;
    for (let before = -1n, end = await log.head(authority); end > before;) {
      for (const process of this.processes) await process.catchUp(authority);
      [before, end] = [end, await log.head(authority)];
    }
  }

  /** Runs the processes until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(this.processes.map((process) => process.run(signal)));
  }
}
