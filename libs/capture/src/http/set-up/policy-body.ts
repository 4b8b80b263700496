import { CYCLE_KINDS, GRADES, type CycleKind, type Grade } from '#audit-cycle';
import { Code, codes, Flag, Line, lines, ListOf, Part, Parts, Whole } from '#platform';

/** The form of a policy. Which numbers make sense together is for the domain to say. */
const NUMBER = { min: 0, max: 1_000_000 } as const;

export class WorkingDaysBody {
  @Whole(NUMBER) audit!: number;
  @Whole(NUMBER) moderation!: number;
  @Whole(NUMBER) dispute!: number;
  @Whole(NUMBER) comment!: number;
  @Whole(NUMBER) feedback!: number;
}

export class ActionDueBody {
  @Whole(NUMBER) urgent!: number;
  @Whole(NUMBER) high!: number;
  @Whole(NUMBER) medium!: number;
  @Whole(NUMBER) low!: number;
  @Whole(NUMBER) impact!: number;
}

export class ModerationRulesBody {
  @Whole(NUMBER) randomSharePercent!: number;
  @ListOf(codes(GRADES), { max: GRADES.length, about: 'Grades that are always moderated.' }) grades!: Grade[];
  @Flag() unapprovedAuditors!: boolean;
  @Code(['blind', 'seen']) manner!: 'blind' | 'seen';
}

export class SamplingRulesBody {
  @Whole(NUMBER) monthsBetweenSamples!: number;
  @Whole(NUMBER) minimumPerStratum!: number;
  @ListOf(codes(CYCLE_KINDS), {
    max: CYCLE_KINDS.length,
    about: 'Kinds of cycle that may sample a child again before those months have passed.',
  })
  repeatAllowedFor!: CycleKind[];
}

export class ReAuditRulesBody {
  @Whole(NUMBER) sharePercent!: number;
  @Whole(NUMBER) fromWeeks!: number;
  @Whole(NUMBER) toWeeks!: number;
}

export class EscalationRulesBody {
  @Whole(NUMBER) immediateRiskHours!: number;
  @Whole(NUMBER) inadequateWorkingDays!: number;
}

export class ActionRulesBody {
  @Whole(NUMBER) dueSoonWorkingDays!: number;
}

export class VerificationRulesBody {
  @Flag() outsideTeamForInadequate!: boolean;
}

export class ExternalRulesBody {
  @Whole(NUMBER) fewest!: number;
  @Whole(NUMBER) most!: number;
  @Whole(NUMBER) months!: number;
  @Flag() voicesShown!: boolean;
  @Whole(NUMBER) reliableFromPercent!: number;
  @Whole(NUMBER) limitsFromPercent!: number;
}

export class CapacityRulesBody {
  @Whole(NUMBER) auditsPerAuditor!: number;
}

export class ServiceAreaBody {
  @Line({ max: 60 }) code!: string;
  @ListOf(lines(200), { min: 1, max: 200, about: 'Its teams, by name.' }) teams!: string[];
}

export class FigureRulesBody {
  @Whole(NUMBER) fewestPairs!: number;
  @Whole(NUMBER) fewestPairsPerAuditor!: number;
  @Whole(NUMBER) fewestPublished!: number;
  @Flag() totalsPublished!: boolean;
}

export class PolicyBody {
  @Whole({ min: 1, max: 1_000_000, about: 'One more than the policy that holds now.' }) version!: number;
  @Part(() => WorkingDaysBody) workingDays!: WorkingDaysBody;
  @Part(() => ActionDueBody) actionDue!: ActionDueBody;
  @Part(() => ModerationRulesBody) moderation!: ModerationRulesBody;
  @Part(() => SamplingRulesBody) sampling!: SamplingRulesBody;
  @Part(() => ReAuditRulesBody) reAudit!: ReAuditRulesBody;
  @Part(() => EscalationRulesBody) escalation!: EscalationRulesBody;
  @Part(() => ActionRulesBody) actions!: ActionRulesBody;
  @Part(() => VerificationRulesBody) verification!: VerificationRulesBody;
  @Part(() => ExternalRulesBody) external!: ExternalRulesBody;
  @Part(() => CapacityRulesBody) capacity!: CapacityRulesBody;
  @Flag() feedbackRequired!: boolean;
  @Parts(() => ServiceAreaBody, {
    max: 50,
    about: 'Parts of the service that figures can be asked for; none unless you name some.',
  })
  areas!: ServiceAreaBody[];
  @Part(() => FigureRulesBody) figures!: FigureRulesBody;
}
