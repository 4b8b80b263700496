import type { AuthorityId, Cohort, CycleId, Instant, IsoDate, PersonId, TeamName } from '#audit-cycle';

export interface TimelinessFilters {
  readonly cycle?: CycleId | undefined;
  /** Only of cycles whose period ends on this day or later. */
  readonly from?: IsoDate | undefined;
  /** Only of cycles whose period ends on this day or earlier. */
  readonly to?: IsoDate | undefined;
  readonly team?: TeamName | undefined;
  readonly cohort?: Cohort | undefined;
  /** Only what was this auditor's. */
  readonly auditor?: PersonId | undefined;
}

export interface TimelinessQuery extends TimelinessFilters {
  readonly authority: AuthorityId;
  /** What is late is judged at the end of this day. */
  readonly on: IsoDate;
  readonly asOf?: Instant | undefined;
}
