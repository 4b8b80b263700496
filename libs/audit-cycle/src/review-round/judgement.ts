/** How well an audit was done, best first. */
export const AUDIT_QUALITIES = ['good', 'adequate', 'poor'] as const;
/** How well an audit was done. */
export type AuditQuality = (typeof AUDIT_QUALITIES)[number];

/** How far our grades can be relied on, best first. */
export const ROUND_OPINIONS = ['reliable', 'reliable-with-limits', 'not-reliable'] as const;
/** How far our grades can be relied on. */
export type RoundOpinion = (typeof ROUND_OPINIONS)[number];
