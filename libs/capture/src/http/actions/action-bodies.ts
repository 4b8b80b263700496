import {
  ACTION_IMPACTS,
  ACTION_KINDS,
  ACTION_PRIORITIES,
  ACTION_VERDICTS,
  VERIFICATION_METHODS,
  type ActionImpact,
  type ActionKind,
  type ActionPriority,
  type ActionVerdict,
  type VerificationMethod,
} from '#audit-cycle';
import { Code, IsoDay, Line, ListOf, Text, Uuid, uuids, Whole } from '#platform';

export class SetActionBody {
  @Uuid() owner!: string;
  @Line({ optional: true, about: "The team that is to act; the child's team unless given." }) team?: string;
  @Code(ACTION_PRIORITIES) priority!: ActionPriority;
  @Code(ACTION_KINDS) kind!: ActionKind;
  @Text() text!: string;
  @IsoDay({ optional: true, about: 'An earlier day than the policy gives; the latest one unless given.' })
  due?: string;
  @Line({ max: 60, optional: true, about: 'Code of a theme.' }) theme?: string;
  @Line({ max: 60, optional: true, about: 'Code of a line of enquiry.' }) lineOfEnquiry?: string;
  @ListOf(uuids, { max: 1000, about: 'The open actions of the child that were looked at first.' })
  openActionsSeen!: string[];
  @Uuid({ optional: true, about: 'An earlier action of the child that asked for the same.' })
  repeats?: string;
}

export class SetActionFromSurgeryBody {
  @Whole({ min: 1, max: 10_000, about: 'Number of the surgery among those of the measure.' })
  surgery!: number;
  @Uuid() owner!: string;
  @Line({ optional: true, about: 'The team that is to act; none unless given.' }) team?: string;
  @Code(ACTION_PRIORITIES) priority!: ActionPriority;
  @Code(ACTION_KINDS) kind!: ActionKind;
  @Text() text!: string;
  @IsoDay({ optional: true, about: 'An earlier day than the policy gives; the latest one unless given.' })
  due?: string;
  @Uuid({
    optional: true,
    about: 'An earlier action from a surgery on this measure that asked for the same.',
  })
  repeats?: string;
}

export class LinkActionBody {
  @Uuid({ about: 'An earlier action of the same child, or of the same measure, that asked for the same.' })
  repeats!: string;
}

export class ReassignActionBody {
  @Uuid() to!: string;
  @Line({ optional: true }) team?: string;
  @Line({ max: 60 }) reasonCode!: string;
  @Text({ optional: true }) reason?: string;
}

export class ReassignActionsBody extends ReassignActionBody {
  @ListOf(uuids, { min: 1, max: 200, about: 'The actions that go to the same new owner.' })
  actions!: string[];
}

export class MoveDueDateBody {
  @IsoDay() to!: string;
  @Line({ max: 60 }) reasonCode!: string;
  @Text({ optional: true }) reason?: string;
}

export class ReportDoneBody {
  @IsoDay() doneOn!: string;
  @Text() evidence!: string;
}

export class ActionReasonBody {
  @Line({ max: 60 }) reasonCode!: string;
  @Text() reason!: string;
}

export class VerifyActionBody {
  @Code(ACTION_VERDICTS) verdict!: ActionVerdict;
  @Code(VERIFICATION_METHODS) method!: VerificationMethod;
  @Text({ optional: true }) evidence?: string;
}

export class OnChildRecordBody {
  @IsoDay({ about: "Since when it is on the child's record." }) on!: string;
}

export class SupervisionBody {
  @IsoDay() on!: string;
  @Text({ max: 10_000, optional: true }) notes?: string;
}

export class ProgressBody {
  @IsoDay() on!: string;
  @Text({ max: 10_000 }) note!: string;
}

export class JudgeImpactBody {
  @Code(ACTION_IMPACTS) impact!: ActionImpact;
  @IsoDay() on!: string;
  @Text({ max: 10_000, optional: true, about: 'Needed unless it is too early to say.' }) evidence?: string;
}
