/** How far a consumer of the log has acted. It may be behind what was done, never ahead, so consumers must bear a repeat. */
export interface ConsumerCheckpoints {
  /** 0 for a consumer that has done nothing yet. */
  read(authority: string, consumer: string): Promise<bigint>;
  /** Moves forward only; an older position changes nothing. */
  advance(authority: string, consumer: string, position: bigint): Promise<void>;
}
