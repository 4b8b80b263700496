/** What a verb ends with, for scripts. */
export const EXIT = {
  done: 0,
  /** It was refused, or what was checked is not as it should be; nothing was changed by the refusal. */
  refused: 1,
  /** The verb was called in a way that it does not understand. */
  usage: 2,
  /** The machine or the database failed; calling it again does no harm. */
  failed: 3,
  /** Somebody stopped it, as shells count it; what it had recorded by then stays. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
