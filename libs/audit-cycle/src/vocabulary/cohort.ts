/** What kind of work with a child the record belongs to; the words shown to people are configurable, these codes stay. */
export const COHORTS = [
  'child-in-need',
  'child-protection',
  'in-care',
  'care-experienced',
  'early-help',
  'assessment',
  'contact',
] as const;
/** The kind of work with a child that the record belongs to. */
export type Cohort = (typeof COHORTS)[number];
