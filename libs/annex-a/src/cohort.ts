/** The cohorts of open cases, in the order in which one decides where a child is in several. The code words are those of the product. */
export const openCohorts = [
  'in-care',
  'child-protection',
  'care-experienced',
  'child-in-need',
  'assessment',
] as const;
export type OpenCohort = (typeof openCohorts)[number];

/** With those that only lists of events tell of. */
export const cohorts = [...openCohorts, 'early-help', 'contact'] as const;
export type Cohort = (typeof cohorts)[number];
