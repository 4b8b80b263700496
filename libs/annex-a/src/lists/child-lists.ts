import type { Cohort } from '../cohort.js';

/** The lists whose open rows make the population of children. */
export interface ChildList {
  /** Null: every row decides for itself by its case status. */
  readonly cohort: Cohort | null;
  /** A date here means that the case is closed. */
  readonly closedBy: string | null;
  /** Without these headings nobody can tell an open case from a closed one. */
  readonly essential: readonly string[];
}

export const childId = 'Child Unique ID';
export const caseStatus = 'Case Status';
export const inTouch = 'LA in Touch';

const closing = {
  6: 'CIN Closure Date',
  7: 'Child Protection Plan End Date',
  8: 'Date Ceased to be Looked After',
};

export const childLists: ReadonlyMap<number, ChildList> = new Map([
  [6, { cohort: null, closedBy: closing[6], essential: [childId, closing[6], caseStatus] }],
  [7, { cohort: 'child-protection', closedBy: closing[7], essential: [childId, closing[7]] }],
  [8, { cohort: 'in-care', closedBy: closing[8], essential: [childId, closing[8]] }],
  [9, { cohort: 'care-experienced', closedBy: null, essential: [childId] }],
]);

export const adultList = 11;
