/** Token of `Authorities`. */
export const AUTHORITIES = Symbol('Authorities');

/** An authority as pages name it. */
export interface AuthorityName {
  readonly id: string;
  readonly name: string;
  /** Its clock is simulated: every date of it is made up. */
  readonly simulated: boolean;
}

/** The authorities that exist here, in the order in which they are offered. */
export interface Authorities {
  list(): Promise<readonly AuthorityName[]>;
  /** Position of the last event that an authority's record holds. */
  head(id: string): Promise<bigint>;
}
