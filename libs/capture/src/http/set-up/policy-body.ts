import { CYCLE_KINDS, GRADES, type CycleKind, type Grade } from '#audit-cycle';
import { codes, Flag, ListOf, Part, Whole } from '#platform';

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

export class PolicyBody {
  @Whole({ min: 1, max: 1_000_000, about: 'One more than the policy that holds now.' }) version!: number;
  @Part(() => WorkingDaysBody) workingDays!: WorkingDaysBody;
  @Part(() => ActionDueBody) actionDue!: ActionDueBody;
  @Part(() => ModerationRulesBody) moderation!: ModerationRulesBody;
  @Part(() => SamplingRulesBody) sampling!: SamplingRulesBody;
  @Part(() => ReAuditRulesBody) reAudit!: ReAuditRulesBody;
  @Whole(NUMBER) immediateRiskHours!: number;
}
