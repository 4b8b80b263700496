import {
  GRADES,
  VOICE_MISSING_REASONS,
  VOICES,
  type Grade,
  type VoiceMissingReason,
  type VoiceOf,
} from '#audit-cycle';
import { Code, Flag, IsoDay, Line, lines, ListOf, Parts, Text, Uuid, uuids } from '#platform';

const CODE = { max: 60, optional: true } as const;
const MANNERS = ['blind', 'seen'] as const;
type Manner = (typeof MANNERS)[number];

export class AllocateAuditorBody {
  @Uuid() auditor!: string;
}

export class AllocateModeratorBody {
  @Uuid() moderator!: string;
  @Code(MANNERS, { optional: true, about: "How it is to be done; as the cycle's policy says unless given." })
  manner?: Manner;
}

export class GradeSectionBody {
  @Code(GRADES, { optional: true, about: 'For a section that is graded.' }) grade?: Grade;
  @Line({ ...CODE, about: 'Code of the option, for a section that is answered by choosing.' })
  choice?: string;
  @Flag({ optional: true, about: 'For a section that is answered by yes or no.' }) yes?: boolean;
  @IsoDay({ optional: true, about: 'For a section that asks for a day.' }) date?: string;
  @Text({ max: 10_000, optional: true, about: 'For a section that is answered in words.' }) text?: string;
  @Line({ ...CODE, about: 'Reason code, where the section does not apply to this child.' })
  notApplicable?: string;
  @Text({ optional: true }) evidence?: string;
}

export class RecordVoiceBody {
  @Code(VOICES) voice!: VoiceOf;
  @Flag() obtained!: boolean;
  @Code(VOICE_MISSING_REASONS, { optional: true, about: 'Why it was not obtained.' })
  reasonCode?: VoiceMissingReason;
  @Text({ optional: true, about: 'What was said.' }) text?: string;
  @Flag({ optional: true, about: 'Whether these words may be quoted.' }) consentToQuote?: boolean;
}

export class PracticeDiscussionBody {
  @Flag() held!: boolean;
  @IsoDay({ optional: true }) on?: string;
  @ListOf(uuids, { max: 50, optional: true }) with?: string[];
  @Line({ ...CODE, about: 'Why it was not held.' }) reasonCode?: string;
  @Text({ optional: true }) notes?: string;
}

export class GradeCaseBody {
  @Code(GRADES) grade!: Grade;
  @Text() rationale!: string;
  @ListOf(lines(60), { max: 50, optional: true, about: 'Codes of themes.' }) strengths?: string[];
  @ListOf(lines(60), { max: 50, optional: true, about: 'Codes of themes.' }) development?: string[];
  @Text({ optional: true }) strengthsText?: string;
  @Text({ optional: true }) developmentText?: string;
  @Line({ ...CODE, about: 'Why no action is needed, where none is set.' }) noActionReason?: string;
  @Text({ optional: true }) noActionText?: string;
  @Line({ ...CODE, about: 'Why the grade is better than the inadequate key sections allow.' })
  limitReasonCode?: string;
  @Text({ max: 2000, optional: true }) limitReason?: string;
}

export class RequireModerationBody {
  @Text({ optional: true }) reason?: string;
}

export class ModeratedSectionBody {
  @Line({ max: 60 }) section!: string;
  @Code(GRADES) grade!: Grade;
  @Line({ max: 60 }) reasonCode!: string;
}

export class ModerateGradeBody {
  @Code(GRADES) grade!: Grade;
  @Code(MANNERS, { about: "Whether the auditor's grade was known." }) manner!: Manner;
  @Line({ ...CODE, about: 'Needed when the grade is changed.' }) reasonCode?: string;
  @Text({ optional: true, about: 'Needed when the grade is changed.' }) reason?: string;
  @Parts(() => ModeratedSectionBody, {
    max: 50,
    optional: true,
    about: 'Sections that are graded otherwise.',
  })
  sections?: ModeratedSectionBody[];
}
