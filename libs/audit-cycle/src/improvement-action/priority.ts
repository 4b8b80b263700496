export const ACTION_PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;
/** How soon an action is due, by the policy. */
export type ActionPriority = (typeof ACTION_PRIORITIES)[number];

/** `compliance` asks that something be done; `impact` asks that it make a difference to the child. */
export const ACTION_KINDS = ['compliance', 'impact'] as const;
/** Whether something is to be done, or to make a difference. */
export type ActionKind = (typeof ACTION_KINDS)[number];

export const ACTION_VERDICTS = ['done', 'partly', 'not-done'] as const;
/** How far an action was carried out, in the eyes of whoever checked it. */
export type ActionVerdict = (typeof ACTION_VERDICTS)[number];

export const ACTION_IMPACTS = ['yes', 'no', 'too-early'] as const;
/** Whether an action made a difference to the child; `too-early` is judged again. */
export type ActionImpact = (typeof ACTION_IMPACTS)[number];
