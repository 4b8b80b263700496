import { GRADES, type Grade, type ReAuditRule } from '#audit-cycle';
import { Code, Line, Uuid } from '#platform';
import {
  GRADE_STAGES,
  GRADES_GROUPINGS,
  OUTCOMES,
  RE_AUDIT_RULES,
  STAGES_ELSEWHERE,
  type GradesGrouping,
  type GradeStage,
  type OutcomeAskedFor,
  type StageElsewhere,
} from '#views';
import { CasesAskedFor } from '../reading/filters-asked-for.js';
import { After, Limit } from '../reading/page-asked-for.js';

const CODE = { optional: true, max: 60 } as const;

/** Which grades somebody asks for. */
export class GradesAskedFor extends CasesAskedFor {
  @Code([...GRADE_STAGES, ...STAGES_ELSEWHERE], {
    optional: true,
    about:
      "The auditor's first grade, the final one unless given, that of a review round, or that of a re-audit.",
  })
  stage?: GradeStage | StageElsewhere;
  @Line({ ...CODE, about: 'Code of a section: its grades, and not those of the whole case.' })
  section?: string;
  @Line({ ...CODE, about: 'Code of a line of enquiry: the cases that were asked about it.' })
  lineOfEnquiry?: string;
  @Uuid({ optional: true, about: 'The review round at the stage external; the latest unless given.' })
  round?: string;
  @Code(RE_AUDIT_RULES, {
    optional: true,
    about: 'Why cases were audited again, at the stage re-audit; drawn unless given.',
  })
  rule?: ReAuditRule;
}

export class GroupedGradesAskedFor extends GradesAskedFor {
  @Code(GRADES_GROUPINGS, {
    optional: true,
    about:
      'The same figures for each part as well; a line of enquiry has one for each section that speaks to it.',
  })
  by?: GradesGrouping;
}

export class GradedCasesAskedFor extends GradesAskedFor {
  @Code(GRADES, { optional: true, about: 'The cases with this grade at the stage.' }) grade?: Grade;
  @Code(OUTCOMES, { optional: true, about: 'The cases of which this became at the stage.' })
  outcome?: NonNullable<OutcomeAskedFor['outcome']>;
  @After() after?: string;
  @Limit() limit?: number;
}
