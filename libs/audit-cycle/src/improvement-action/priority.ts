export const ACTION_PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;
export type ActionPriority = (typeof ACTION_PRIORITIES)[number];

/** `compliance` asks that something be done; `impact` asks that it make a difference to the child. */
export const ACTION_KINDS = ['compliance', 'impact'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const ACTION_VERDICTS = ['done', 'partly', 'not-done'] as const;
export type ActionVerdict = (typeof ACTION_VERDICTS)[number];
