/** How long questions about figures took, in milliseconds each. */
export interface FigureAnswers {
  /** Asked as things are now. */
  readonly live: readonly number[];
  /** Asked as things were known at a moment of the past. */
  readonly past: readonly number[];
}

/** What is kept of them: at the 95th percentile, milliseconds. */
export interface FigureTimes {
  readonly liveP95: number;
  readonly pastP95: number;
}
