/** The four Ofsted grades, best first: the order is the scale. */
export const GRADES = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;
export type Grade = (typeof GRADES)[number];

/** Figures on different scales are never one trend, so every grading names the scale it was made on. */
export const CURRENT_SCALE = 'ofsted-four-point-1';
export type GradeScale = typeof CURRENT_SCALE;
