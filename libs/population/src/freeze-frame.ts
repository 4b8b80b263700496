import type { Frame, FrameEntry, PersonId } from '#audit-cycle';
import type { Population } from '#annex-a';
import { canonicalBytes } from '#event-log';

export interface FrozenFrame {
  readonly frame: Frame;
  /** Canonical JSON: what is hashed, published and drawn from. */
  readonly bytes: Uint8Array;
  /** Workers' names that nobody has matched to a person, with the number of children each is written for. */
  readonly unmatchedWorkers: Population['workersAsWritten'];
}

/**
 * Makes the frame of a population: child, cohort, team and the worker's pseudonym, and no name. A worker is matched only by a name
 * that a person has matched before; nothing is guessed.
 */
export function freezeFrame(
  { children, workersAsWritten }: Pick<Population, 'children' | 'workersAsWritten'>,
  asAt: string,
  workers: ReadonlyMap<string, PersonId>,
): FrozenFrame {
  const entries = children.map(({ child, cohort, team, workerAsWritten }): FrameEntry => ({
    child,
    cohort,
    team,
    worker: workerAsWritten === null ? null : (workers.get(workerAsWritten) ?? null),
    family: null,
  }));
  const frame: Frame = { asAt, entries };
  return {
    frame,
    bytes: canonicalBytes(frame),
    unmatchedWorkers: workersAsWritten.filter(({ name }) => !workers.has(name)),
  };
}
