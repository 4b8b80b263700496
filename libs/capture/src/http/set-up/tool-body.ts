import {
  CURRENT_SCALE,
  GRADES,
  VOICES,
  type Grade,
  type GradeScale,
  type ToolDefinition,
  type ToolSection,
  type VoiceOf,
} from '#audit-cycle';
import { Code, codes, Flag, Line, lines, ListOf, Part, Parts, Text, Whole } from '#platform';

const ANSWERS = ['grade', 'choice', 'yes-no', 'date', 'text'] as const;
const UNITS = ['child', 'contact', 'decision', 'document'] as const;

export class TitledCodeBody {
  @Line({ max: 60 }) code!: string;
  @Line() title!: string;
}

/** What each grade looks like in a section. */
export class DescriptorsBody {
  @Text({ max: 5000 }) outstanding!: string;
  @Text({ max: 5000 }) good!: string;
  @Text({ max: 5000 }) 'requires-improvement'!: string;
  @Text({ max: 5000 }) inadequate!: string;
}

export class SectionAnswerBody {
  @Code(ANSWERS) kind!: ToolSection['answer']['kind'];
  @Part(() => DescriptorsBody, { optional: true, about: 'For grade.' }) descriptors?: DescriptorsBody;
  @Parts(() => TitledCodeBody, { max: 50, optional: true, about: 'For choice.' }) options?: TitledCodeBody[];
}

export class ToolSectionBody {
  @Line({ max: 60 }) code!: string;
  @Line() title!: string;
  @Text({ max: 5000 }) prompt!: string;
  @Flag() required!: boolean;
  @Flag({ about: 'Whether the case stands or falls with it.' }) key!: boolean;
  @Code(GRADES, {
    optional: true,
    nullable: true,
    about: 'The best overall grade while this key section is inadequate; no cap unless given.',
  })
  limit?: Grade | null;
  @ListOf(lines(60), { max: 50, optional: true, about: 'Codes of the lines of enquiry that it speaks to.' })
  linesOfEnquiry?: string[];
  @Part(() => SectionAnswerBody) answer!: SectionAnswerBody;
}

export class ToolBody {
  @Line() name!: string;
  @Code([CURRENT_SCALE]) scale!: GradeScale;
  @Code(UNITS) unit!: ToolDefinition['unit'];
  @ListOf(lines(60), { max: 20, optional: true, about: 'Codes of partner agencies that use it too.' })
  partners?: string[];
  @Flag() overallGrade!: boolean;
  @ListOf(codes(VOICES), { max: VOICES.length }) voices!: VoiceOf[];
  @Flag() practiceDiscussion!: boolean;
  @Parts(() => ToolSectionBody, { min: 1, max: 100 }) sections!: ToolSectionBody[];
  @Parts(() => TitledCodeBody, { max: 200 }) themes!: TitledCodeBody[];
}

export class ToolVersionNumberBody {
  @Whole({ min: 1, max: 10_000 }) version!: number;
}

export class RetireToolBody extends ToolVersionNumberBody {
  @Line({ max: 60 }) reasonCode!: string;
}
