import {
  ACCURACIES,
  COMMENT_ROLES,
  CORRECTABLE_FIELDS,
  GRADES,
  RELATIONSHIPS,
  type Accuracy,
  type CommentRole,
  type CorrectableField,
  type Grade,
  type Relationship,
} from '#audit-cycle';
import { Code, Flag, IsoDay, Line, ListOf, Text, Uuid, uuids } from '#platform';

const LONGEST = { max: 10_000 } as const;

/** A code, and the same in words. */
export class ReasonBody {
  @Line({ max: 60 }) reasonCode!: string;
  @Text({ max: 2000 }) reason!: string;
}

export class ReplaceAuditorBody extends ReasonBody {
  @Uuid() auditor!: string;
}

export class ReplaceModeratorBody extends ReasonBody {
  @Uuid() moderator!: string;
}

export class ExtendDeadlineBody extends ReasonBody {
  @IsoDay() to!: string;
}

export class DeclareConflictBody {
  @Code(RELATIONSHIPS) relationship!: Relationship;
  @Text({ max: 2000, optional: true }) explanation?: string;
}

export class ImmediateRiskBody {
  @Line({ max: 60, about: 'What kind of risk, as a code.' }) risk!: string;
  @Uuid({ about: 'Who has to act.' }) escalateTo!: string;
  @Flag({ optional: true, about: 'An allegation about staff: passed on, and not described here.' })
  referredOnly?: boolean;
  @Text({ ...LONGEST, optional: true, about: 'What was seen; left out for an allegation about staff.' })
  concern?: string;
}

export class ModerationDiscussionBody {
  @IsoDay() on!: string;
  @ListOf(uuids, { min: 1, max: 50 }) with!: string[];
  @Text({ ...LONGEST, optional: true }) notes?: string;
}

export class DisputeGradeBody {
  @Code(GRADES, { about: 'The grade that the auditor holds to be right.' }) grade!: Grade;
  @Text({ max: 2000 }) reason!: string;
}

export class SettleGradeBody extends ReasonBody {
  @ListOf(uuids, { min: 1, max: 20, about: 'Who decided.' }) panel!: string[];
  @Code(GRADES) grade!: Grade;
}

export class CommentBody {
  @Code(COMMENT_ROLES) role!: CommentRole;
  @Code(ACCURACIES, { about: 'Whether what the audit says is right.' }) accurate!: Accuracy;
  @Text({ ...LONGEST, optional: true }) comment?: string;
}

export class FeedbackBody {
  @ListOf(uuids, { min: 1, max: 50 }) to!: string[];
  @IsoDay() on!: string;
  @Text({ ...LONGEST, optional: true }) notes?: string;
}

export class CorrectionBody extends ReasonBody {
  @Code(CORRECTABLE_FIELDS) field!: CorrectableField;
  @Line({ nullable: true, about: 'What is right: a cohort, a team, or the id of the worker; null for none.' })
  to!: string | null;
}

export class RequestWithdrawalBody {
  @Line({ max: 60 }) reasonCode!: string;
  @Text({ optional: true }) reason?: string;
  @Flag({ optional: true, about: 'Whether another case is drawn in its place; true unless given.' })
  replace?: boolean;
}

export class LegalHoldBody {
  @Line({ max: 60 }) reasonCode!: string;
  @Text({ max: 2000, optional: true }) reason?: string;
}
