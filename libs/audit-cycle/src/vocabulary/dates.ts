/**
 * A calendar date in England, `YYYY-MM-DD`.
 * @pattern ^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$
 */
export type IsoDate = string;

/** A moment in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = string;

/** Both ends belong to the period. */
export interface Period {
  /** First day. */
  readonly from: IsoDate;
  /** Last day. */
  readonly to: IsoDate;
}
