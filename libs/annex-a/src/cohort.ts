/** The cohorts that Annex A can tell. The code words are those of the product; early help and contacts are not lists of cases. */
export const cohorts = [
  'in-care',
  'child-protection',
  'care-experienced',
  'child-in-need',
  'assessment',
] as const;
export type Cohort = (typeof cohorts)[number];
