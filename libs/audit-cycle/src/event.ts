import type { AuditToolEvent } from './audit-tool/events.js';
import type { AuthorityEvent } from './authority/events.js';
import type { CalibrationSessionEvent } from './calibration-session/events.js';
import type { CaseAuditEvent } from './case-audit/events.js';
import type { CycleEvent } from './cycle/events.js';
import type { EscalationEvent } from './escalation/events.js';
import type { ImprovementActionEvent } from './improvement-action/events.js';
import type { MeasureEvent } from './measure/events.js';
import type { PersonEvent } from './person/events.js';
import type { PolicyEvent } from './policy/events.js';
import type { ReAuditEvent } from './re-audit/events.js';
import type { ReviewRoundEvent } from './review-round/events.js';
import type { WorkingCalendarEvent } from './working-calendar/events.js';

/** Everything that can happen in the audit cycle. */
export type AuditCycleEvent =
  | AuthorityEvent
  | AuditToolEvent
  | PolicyEvent
  | PersonEvent
  | WorkingCalendarEvent
  | CycleEvent
  | CaseAuditEvent
  | EscalationEvent
  | ImprovementActionEvent
  | ReAuditEvent
  | ReviewRoundEvent
  | CalibrationSessionEvent
  | MeasureEvent;

/** Streams are named `{authority}/{kind}-{id}`; these are the kinds. */
export const STREAM_KINDS = [
  'authority',
  'audit-tool',
  'policy',
  'person',
  'working-calendar',
  'cycle',
  'case-audit',
  'escalation',
  'improvement-action',
  're-audit',
  'review-round',
  'calibration-session',
  'measure',
] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];
