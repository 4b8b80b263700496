/** Something that holds a view up and may pass by itself: it is tried again until it does. */
export interface FollowError {
  readonly message: string;
  /** When it was last tried. */
  readonly at: string;
  /** In a row. */
  readonly failures: number;
}

/** The error of an attempt after those that failed before it. */
export const failedAgain = (before: FollowError | null, error: unknown, now: Date): FollowError => ({
  message: error instanceof Error ? error.message : String(error),
  at: now.toISOString(),
  failures: (before?.failures ?? 0) + 1,
});
