/** The four Ofsted grades, best first: the order is the scale. */
export const GRADES = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;
/** One of the four Ofsted grades. */
export type Grade = (typeof GRADES)[number];

/** Figures on different scales are never one trend, so every grading names the scale it was made on. */
export const CURRENT_SCALE = 'ofsted-four-point-1';
/** The scale that grades are made on; figures on two scales are never one trend. */
export type GradeScale = typeof CURRENT_SCALE;
