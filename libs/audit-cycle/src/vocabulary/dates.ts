/** A calendar date in England, `YYYY-MM-DD`. */
export type IsoDate = string;

/** A moment in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = string;

/** Both ends belong to the period. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}
