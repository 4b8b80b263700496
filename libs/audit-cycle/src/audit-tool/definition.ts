import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type { VoiceOf } from '../vocabulary/voice.js';

/** What an auditor is asked for. A published version never changes; a cycle names the version that it uses. */
export interface ToolDefinition {
  readonly name: string;
  readonly scale: GradeScale;
  readonly unit: 'child' | 'contact' | 'decision' | 'document';
  readonly overallGrade: boolean;
  readonly voices: readonly VoiceOf[];
  readonly practiceDiscussion: boolean;
  readonly sections: readonly ToolSection[];
  /** Codes that strengths and areas for development are recorded under. */
  readonly themes: readonly { readonly code: string; readonly title: string }[];
}

export interface ToolSection {
  readonly code: string;
  readonly title: string;
  readonly prompt: string;
  readonly required: boolean;
  /** An inadequate key section limits the overall grade. */
  readonly key: boolean;
  readonly answer:
    | { readonly kind: 'grade'; readonly descriptors: Readonly<Record<Grade, string>> }
    | {
        readonly kind: 'choice';
        readonly options: readonly { readonly code: string; readonly title: string }[];
      };
}
