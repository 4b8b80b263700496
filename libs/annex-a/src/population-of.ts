/**
 * What a population is made of. `open-cases`: children whose case is open, from lists 6 to 9. `closures`: children whose case closed
 * not long ago, from lists 6 to 8. The others are each one list of events: 1 to 5.
 */
export const populationsOf = [
  'open-cases',
  'closures',
  'contacts',
  'early-help',
  'referrals',
  'assessments',
  'enquiries',
] as const;
export type PopulationOf = (typeof populationsOf)[number];
