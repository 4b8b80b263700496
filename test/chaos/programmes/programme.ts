import type { Ground } from '../ground/ground.js';

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
  /** What was done how often. Nothing of it may be 0: a programme that does nothing finds nothing. */
  readonly did: Readonly<Record<string, number>>;
}

/** What a programme should have done and did not, in sentences. */
export const undone = ({ did }: Outcome): readonly string[] =>
  Object.keys(did).length === 0
    ? ['nothing was done']
    : Object.keys(did)
        .filter((what) => did[what] === 0)
        .map((what) => `0 ${what}: it shows nothing`);

/** Does something dangerous to an installation and says what it finds. It works in an authority or a data folder of its own. */
export interface Programme {
  readonly name: string;
  /** What a sound installation promises. */
  readonly claim: string;
  run(ground: Ground, round: Round): Promise<Outcome>;
}
