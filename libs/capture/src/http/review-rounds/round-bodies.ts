import {
  AUDIT_QUALITIES,
  GRADES,
  ROUND_OPINIONS,
  type AuditQuality,
  type Grade,
  type RoundOpinion,
} from '#audit-cycle';
import { Code, Flag, IsoDay, Line, lines, ListOf, Part, Parts, Text, Uuid, Whole } from '#platform';
import { SectionGradeBody } from '../calibration-sessions/section-grade-body.js';

export class HalfYearBody {
  @IsoDay() from!: string;
  @IsoDay({ about: 'The last day of the months that the policy says, six unless it says otherwise.' })
  to!: string;
}

export class PanelMemberBody {
  @Line({ max: 60, about: 'Code of the body that the reviewer comes from.' }) from!: string;
  @Uuid({ nullable: true, about: 'Who of the people directory; null while nobody is named.' })
  person!: string | null;
}

export class ReplacedRoundBody {
  @Uuid() round!: string;
  @Line({ max: 60, about: 'Why, as a code.' }) reasonCode!: string;
}

export class OpenRoundBody {
  @Part(() => HalfYearBody) halfYear!: HalfYearBody;
  @Part(() => ReplacedRoundBody, { optional: true }) replaces?: ReplacedRoundBody;
  @Parts(() => PanelMemberBody, { min: 1, max: 20 }) panel!: PanelMemberBody[];
  @Whole({ min: 1, max: 1000, about: 'How many audits are to be drawn.' }) sampleSize!: number;
  @Line({ max: 60, about: 'Why so many, as a code.' }) whyCode!: string;
  @Text({ optional: true, max: 2_000 }) why?: string;
}

export class SampleAuditsBody {
  @Line({ optional: true, about: 'Recorded and shown as supplied; the server makes one unless given.' })
  seed?: string;
}

export class AdmitReviewerBody {
  @Uuid() reviewer!: string;
  @IsoDay() from!: string;
  @IsoDay({ about: 'The last day; access ends by itself.' }) until!: string;
  @Flag({ about: 'Whether the reviewer said that they have worked for the authority.' })
  pastEmployment!: boolean;
  @ListOf(lines(200), { max: 50, optional: true, about: 'The teams that they worked in.' })
  pastTeams?: string[];
  @ListOf(lines(200), { max: 200, optional: true, about: 'Ids of children whom they said they know.' })
  personalKnowledge?: string[];
  @ListOf(lines(60), { min: 1, max: 20, about: 'Codes of the checks that were made.' }) checks!: string[];
}

export class WithdrawReviewerBody {
  @Uuid() reviewer!: string;
  @Line({ max: 60 }) reasonCode!: string;
  @Text({ optional: true, max: 2_000 }) reason?: string;
}

export class AllocateReviewBody {
  @Uuid() audit!: string;
  @Uuid() reviewer!: string;
}

export class BlindGradeBody {
  @Uuid() audit!: string;
  @Code(GRADES) grade!: Grade;
  @Parts(() => SectionGradeBody, { max: 50, optional: true }) sections?: SectionGradeBody[];
  @Text({ max: 10_000 }) rationale!: string;
}

export class AuditQualityBody {
  @Uuid() audit!: string;
  @Code(AUDIT_QUALITIES) quality!: AuditQuality;
  @ListOf(lines(60), { max: 20, optional: true, about: 'What the judgement is about, as codes.' })
  aspects?: string[];
  @Text({ optional: true, max: 10_000 }) notes?: string;
}

export class ConcludeRoundBody {
  @Code(ROUND_OPINIONS) opinion!: RoundOpinion;
  @Uuid({
    optional: true,
    about: 'The reviewer whose opinion it is; left out where they record it themselves.',
  })
  givenBy?: string;
  @Text({ max: 10_000 }) text!: string;
  @Line({
    max: 60,
    optional: true,
    about: 'Why sampled audits are left without a second grade or a judgement.',
  })
  notReviewedCode?: string;
}
