import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type { VoiceOf } from '../vocabulary/voice.js';

/** What an auditor is asked for. A published version never changes; a cycle names the version that it uses. */
export interface ToolDefinition {
  /** What people call the tool. */
  readonly name: string;
  readonly scale: GradeScale;
  /** What one audit is about. */
  readonly unit: 'child' | 'contact' | 'decision' | 'document';
  /** Codes of the partner agencies that audit with this tool as well; none for a tool of the authority alone. */
  readonly partners: readonly string[];
  /** Whether the case as a whole is graded. */
  readonly overallGrade: boolean;
  /** Whose voices are to be heard before the grade. */
  readonly voices: readonly VoiceOf[];
  /** Whether the case is to be talked through with the practitioner before the grade. */
  readonly practiceDiscussion: boolean;
  /** In the order in which they are asked. */
  readonly sections: readonly ToolSection[];
  /** Codes that strengths and areas for development are recorded under. */
  readonly themes: readonly {
    /** Stands for the theme in events. */
    readonly code: string;
    /** The theme in words. */
    readonly title: string;
  }[];
}

/** One part of the tool. */
export interface ToolSection {
  /** Stands for the section in events. */
  readonly code: string;
  /** Heading of the section. */
  readonly title: string;
  /** What the auditor is to look at. */
  readonly prompt: string;
  /** Whether a case can be graded only with an answer here. */
  readonly required: boolean;
  /** Whether the case stands or falls with it; only a graded section is key. */
  readonly key: boolean;
  /** The best overall grade while this key section is inadequate; null where it caps nothing. */
  readonly limit: Grade | null;
  /** Codes of the lines of enquiry that the section speaks to. */
  readonly linesOfEnquiry: readonly string[];
  /** How the section is answered: by a grade, one of its own options, yes or no, a date, or in words. */
  readonly answer:
    | {
        readonly kind: 'grade';
        /** What each grade means in this section. */
        readonly descriptors: Readonly<Record<Grade, string>>;
      }
    | {
        readonly kind: 'choice';
        /** What can be answered. */
        readonly options: readonly {
          /** Stands for the answer in events. */
          readonly code: string;
          /** The answer in words. */
          readonly title: string;
        }[];
      }
    | {
        /** By yes or no, by a day, or in words. */
        readonly kind: 'yes-no' | 'date' | 'text';
      };
}
