import { ACTION_VERDICTS, GRADES, type ActionVerdict, type Grade } from '#audit-cycle';
import { Code, Line, Text, Uuid } from '#platform';

export class SelectForReAuditBody {
  @Uuid({ about: 'The audit that is tested again.' }) audit!: string;
  @Line({ max: 60, about: 'Why this one, as a code.' }) reasonCode!: string;
}

export class AllocateReAuditorBody {
  @Uuid() reAuditor!: string;
}

export class ReplaceReAuditorBody {
  @Uuid() to!: string;
  @Line({ max: 60 }) reasonCode!: string;
  @Text({ max: 2000 }) reason!: string;
}

export class WithdrawReAuditBody {
  @Line({ max: 60 }) reasonCode!: string;
  @Text({ max: 2000 }) reason!: string;
}

export class CheckActionBody {
  @Uuid() action!: string;
  @Code(ACTION_VERDICTS) verdict!: ActionVerdict;
  @Text({ optional: true }) evidence?: string;
}

export class GradeReAuditBody {
  @Code(GRADES) grade!: Grade;
  @Text() rationale!: string;
}
