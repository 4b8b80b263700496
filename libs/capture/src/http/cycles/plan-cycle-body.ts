import { COHORTS, CYCLE_KINDS, type Cohort, type CycleKind } from '#audit-cycle';
import { Code, codes, IsoDay, Line, ListOf, Part, Parts, Text, Uuid, Whole } from '#platform';

export class PeriodBody {
  @IsoDay() from!: string;
  @IsoDay() to!: string;
}

export class LineOfEnquiryBody {
  @Line({ max: 60 }) code!: string;
  @Text({ max: 500 }) question!: string;
}

export class ToolVersionBody {
  @Uuid() id!: string;
  @Whole({ min: 1, max: 10_000 }) version!: number;
}

export class PlanCycleBody {
  @Line() title!: string;
  @Code(CYCLE_KINDS) kind!: CycleKind;
  @Part(() => PeriodBody) period!: PeriodBody;
  @Part(() => PeriodBody, {
    optional: true,
    about: 'The work that is graded; the six months before the end of the period unless given.',
  })
  reviewed?: PeriodBody;
  @ListOf(codes(COHORTS), { min: 1, max: COHORTS.length }) cohorts!: Cohort[];
  @Parts(() => LineOfEnquiryBody, { max: 50, optional: true }) linesOfEnquiry?: LineOfEnquiryBody[];
  @Part(() => ToolVersionBody) tool!: ToolVersionBody;
  @Whole({ min: 1, max: 100_000 }) targetSize!: number;
}

export class ExtendPeriodBody {
  @IsoDay({ about: 'The last day from now on.' }) to!: string;
  @Line({ max: 60 }) reasonCode!: string;
  @Text({ max: 2000 }) reason!: string;
}

export class CloseCycleBody {
  @Line({ max: 60, optional: true }) reasonCode?: string;
  @Text({ optional: true }) reason?: string;
}
