import type { BlobStore, EventLog } from '#event-log';
import type { StandingLook, StandingStates } from '../deciding/standing-states.js';
import type { StreamStates } from '../deciding/stream-states.js';
import type { CycleSecrets } from '../secrets/cycle-secrets.js';
import type { Frames } from './frames.js';

/** Where contexts find what a decision must know. All of it comes from the log, and is never older than the question. */
export interface Lookups {
  readonly streams: StreamStates;
  readonly standing: StandingStates;
  readonly frames: Frames;
  /** For what no state holds: when something happened, and who did it. */
  readonly log: EventLog;
  readonly blobs: BlobStore;
  readonly secrets: CycleSecrets;
  /** A seed that nobody can know beforehand: 32 random bytes in hexadecimal. */
  readonly newSeed: () => string;
  readonly clock: () => Date;
}

/** The same for one decision: of whose authority, and how things stand there. */
export interface Known extends Lookups {
  readonly authority: string;
  readonly look: StandingLook;
}
