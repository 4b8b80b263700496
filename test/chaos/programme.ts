import type { Ground } from './ground.js';

/** `short` is part of `npm test`; `long` of `npm run chaos` and `npm run soak`. */
export type Size = 'short' | 'long';

export interface Round {
  /** Everything that is drawn follows from it. What the machine makes of it in time does not. */
  readonly seed: number;
  readonly size: Size;
}

export interface Outcome {
  /** What was not as it must be, in sentences; none for a sound installation. */
  readonly findings: readonly string[];
  /** What was done, in a few words with figures. */
  readonly did: string;
}

/** Does something dangerous to an installation and says what it finds. It works in an authority of its own. */
export interface Programme {
  readonly name: string;
  /** What a sound installation promises. */
  readonly claim: string;
  run(ground: Ground, round: Round): Promise<Outcome>;
}
