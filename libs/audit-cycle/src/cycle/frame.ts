import type { Cohort } from '../vocabulary/cohort.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { ChildId, FamilyId, PersonId, TeamName } from '../vocabulary/identifiers.js';

/** What a sample is drawn from. Nothing else is known about a child here. Entries are ordered by child id, code unit by code unit. */
export interface Frame {
  readonly asAt: IsoDate;
  readonly entries: readonly FrameEntry[];
}

export interface FrameEntry {
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
  /** The current worker, matched to the people directory by a person; null where nobody matched. */
  readonly worker: PersonId | null;
  readonly family: FamilyId | null;
}
