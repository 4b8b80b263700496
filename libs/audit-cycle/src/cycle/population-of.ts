/**
 * What the frame of a cycle is made of. Only a dip sample draws from anything but open cases: from children about whom there was a
 * contact, early help, a referral, an assessment or an enquiry in the reviewed period, or whose case closed in it.
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
