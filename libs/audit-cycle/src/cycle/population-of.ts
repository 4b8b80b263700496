/**
 * What the frame of a cycle is made of. `open-cases`: children whose case is open, from lists 6 to 9 of Annex A. Only a dip sample draws
 * from anything else: `closures`, children whose case closed in the reviewed period, from lists 6 to 8; or children about whom one
 * list, 1 to 5, has an event in it.
 */
export const POPULATIONS = [
  'open-cases',
  'closures',
  'contacts',
  'early-help',
  'referrals',
  'assessments',
  'enquiries',
] as const;
/** What the frame is made of: children with an open case, or with an event of one kind in the reviewed period. */
export type PopulationOf = (typeof POPULATIONS)[number];
