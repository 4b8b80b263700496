import type { FinishingEvent } from './events/finishing.js';
import type { GradingEvent } from './events/grading.js';
import type { LeavingEvent } from './events/leaving.js';
import type { ModerationEvent } from './events/moderation.js';
import type { SelectionEvent } from './events/selection.js';

export * from './events/selection.js';
export * from './events/grading.js';
export * from './events/moderation.js';
export * from './events/finishing.js';
export * from './events/leaving.js';

/** The audit of one case, from the draw that chose it to its final grade or its withdrawal. */
export type CaseAuditEvent = SelectionEvent | GradingEvent | ModerationEvent | FinishingEvent | LeavingEvent;
