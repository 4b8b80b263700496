export const CYCLE_KINDS = ['core', 'thematic', 'dip-sample', 'service-focus', 'plans-audit'] as const;
/** What kind of round a cycle is; some rules differ by it. */
export type CycleKind = (typeof CYCLE_KINDS)[number];
