import type { View } from '#views';

/**
 * Lets one process at a time do what a name stands for. It saves work and quarrels, and nothing else: that rows are right is
 * promised by the store alone, which compares every checkpoint that it sets.
 * Adapters pass one contract suite (`leasesContract` of `#projections/testing`).
 */
export interface Leases {
  /** Takes those of the names that nobody has, this process included. */
  take(names: readonly string[]): Promise<readonly Lease[]>;

  /** Wakes whoever has the lease, in whichever process. A hint: it may be lost, so what matters is kept in the store. */
  call(name: string): Promise<void>;
}

export interface Lease {
  readonly name: string;
  /** Aborted when another process may have taken it, because this one lost touch. */
  readonly lost: AbortSignal;
  /** Begins to listen, and resolves with the next call or when the signal is aborted. */
  called(signal: AbortSignal): Promise<void>;
  release(): Promise<void>;
}

/**
 * What one process at a time does for a view of an authority. Programs of different versions have rows of their own, so they
 * do not wait for each other.
 */
export const leaseName = (
  { name, version }: Pick<View, 'name' | 'version'>,
  authority: string,
  task: 'following' | 'rebuilding',
): string => `${authority}/${name}/${version}/${task}`;
