import type { StreamStates } from '../deciding/stream-states.js';
import type { KindStates } from '../deciding/kind-states.js';
import type { Frames } from './frames.js';

/** Where contexts find what a decision must know. All of it comes from the log, and is never older than the question. */
export interface Lookups {
  readonly streams: StreamStates;
  readonly kinds: {
    readonly person: KindStates<'person'>;
    readonly cycle: KindStates<'cycle'>;
    readonly action: KindStates<'improvement-action'>;
  };
  readonly frames: Frames;
  /** A seed that nobody can know beforehand: 32 random bytes in hexadecimal. */
  readonly newSeed: () => string;
}
