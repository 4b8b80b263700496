import type { AuditToolCommand } from './audit-tool/commands.js';
import { auditTool } from './audit-tool/decider.js';
import type { AuditToolEvent } from './audit-tool/events.js';
import type { AuditToolState } from './audit-tool/state.js';
import type { AuthorityCommand } from './authority/commands.js';
import { authority } from './authority/decider.js';
import type { AuthorityEvent } from './authority/events.js';
import type { AuthorityState } from './authority/state.js';
import type { CalibrationSessionCommand } from './calibration-session/commands.js';
import type { CalibrationSessionContext } from './calibration-session/context.js';
import { calibrationSession } from './calibration-session/decider.js';
import type { CalibrationSessionEvent } from './calibration-session/events.js';
import type { CalibrationSessionState } from './calibration-session/state.js';
import type { CaseAuditCommand } from './case-audit/commands.js';
import type { CaseAuditContext } from './case-audit/context.js';
import { caseAudit } from './case-audit/decider.js';
import type { CaseAuditEvent } from './case-audit/events.js';
import type { CaseAuditState } from './case-audit/state.js';
import type { CycleCommand } from './cycle/commands.js';
import type { CycleContext } from './cycle/context.js';
import { cycle } from './cycle/decider.js';
import type { CycleEvent } from './cycle/events.js';
import type { CycleState } from './cycle/state.js';
import type { Decider } from './decider.js';
import type { EscalationCommand } from './escalation/commands.js';
import type { EscalationContext } from './escalation/context.js';
import { escalation } from './escalation/decider.js';
import type { EscalationEvent } from './escalation/events.js';
import type { EscalationState } from './escalation/state.js';
import type { StreamKind } from './event.js';
import type { ImprovementActionCommand } from './improvement-action/commands.js';
import type { ImprovementActionContext } from './improvement-action/context.js';
import { improvementAction } from './improvement-action/decider.js';
import type { ImprovementActionEvent } from './improvement-action/events.js';
import type { ImprovementActionState } from './improvement-action/state.js';
import type { MeasureCommand } from './measure/commands.js';
import { measure } from './measure/decider.js';
import type { MeasureEvent } from './measure/events.js';
import type { MeasureState } from './measure/state.js';
import type { PersonCommand } from './person/commands.js';
import type { PersonContext } from './person/context.js';
import { person } from './person/decider.js';
import type { PersonEvent } from './person/events.js';
import type { PersonState } from './person/state.js';
import type { PolicyCommand } from './policy/commands.js';
import { policy } from './policy/decider.js';
import type { PolicyEvent } from './policy/events.js';
import type { PolicyState } from './policy/state.js';
import type { ReAuditCommand } from './re-audit/commands.js';
import type { ReAuditContext } from './re-audit/context.js';
import { reAudit } from './re-audit/decider.js';
import type { ReAuditEvent } from './re-audit/events.js';
import type { ReAuditState } from './re-audit/state.js';
import type { ReviewRoundCommand } from './review-round/commands.js';
import type { ReviewRoundContext } from './review-round/context.js';
import { reviewRound } from './review-round/decider.js';
import type { ReviewRoundEvent } from './review-round/events.js';
import type { ReviewRoundState } from './review-round/state.js';
import type { Acting } from './vocabulary/acting.js';
import type { WorkingCalendarCommand } from './working-calendar/commands.js';
import { workingCalendar } from './working-calendar/decider.js';
import type { WorkingCalendarEvent } from './working-calendar/events.js';
import type { WorkingCalendarState } from './working-calendar/state.js';

interface Types<State, Command, Event, Context> {
  readonly state: State;
  readonly command: Command;
  readonly event: Event;
  readonly context: Context;
}

/** What belongs together for each kind of stream. */
export interface AggregateTypes {
  readonly authority: Types<AuthorityState, AuthorityCommand, AuthorityEvent, Acting>;
  readonly 'audit-tool': Types<AuditToolState, AuditToolCommand, AuditToolEvent, Acting>;
  readonly policy: Types<PolicyState, PolicyCommand, PolicyEvent, Acting>;
  readonly person: Types<PersonState, PersonCommand, PersonEvent, PersonContext>;
  readonly 'working-calendar': Types<
    WorkingCalendarState,
    WorkingCalendarCommand,
    WorkingCalendarEvent,
    Acting
  >;
  readonly cycle: Types<CycleState, CycleCommand, CycleEvent, CycleContext>;
  readonly 'case-audit': Types<CaseAuditState, CaseAuditCommand, CaseAuditEvent, CaseAuditContext>;
  readonly escalation: Types<EscalationState, EscalationCommand, EscalationEvent, EscalationContext>;
  readonly 'improvement-action': Types<
    ImprovementActionState,
    ImprovementActionCommand,
    ImprovementActionEvent,
    ImprovementActionContext
  >;
  readonly 're-audit': Types<ReAuditState, ReAuditCommand, ReAuditEvent, ReAuditContext>;
  readonly 'review-round': Types<ReviewRoundState, ReviewRoundCommand, ReviewRoundEvent, ReviewRoundContext>;
  readonly 'calibration-session': Types<
    CalibrationSessionState,
    CalibrationSessionCommand,
    CalibrationSessionEvent,
    CalibrationSessionContext
  >;
  readonly measure: Types<MeasureState, MeasureCommand, MeasureEvent, Acting>;
}

export type DeciderFor<K extends StreamKind> = Decider<
  AggregateTypes[K]['state'],
  AggregateTypes[K]['command'],
  AggregateTypes[K]['event'],
  AggregateTypes[K]['context']
>;

/** The decider of each kind of stream. */
export const aggregates: { readonly [K in StreamKind]: DeciderFor<K> } = {
  authority,
  'audit-tool': auditTool,
  policy,
  person,
  'working-calendar': workingCalendar,
  cycle,
  'case-audit': caseAudit,
  escalation,
  'improvement-action': improvementAction,
  're-audit': reAudit,
  'review-round': reviewRound,
  'calibration-session': calibrationSession,
  measure,
};
