export const CYCLE_KINDS = ['core', 'thematic', 'dip-sample', 'service-focus', 'plans-audit'] as const;
export type CycleKind = (typeof CYCLE_KINDS)[number];
