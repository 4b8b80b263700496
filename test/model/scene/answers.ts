import type { CaseAuditCommand, Grade, ToolDefinition } from '#audit-cycle';

/** Every section, voice and discussion that the tool asks for. */
export const answers = (tool: ToolDefinition): readonly CaseAuditCommand[] => [
  ...tool.sections.map(({ code, answer }): CaseAuditCommand => {
    const given =
      answer.kind === 'grade'
        ? ({ kind: 'grade', grade: 'good' } as const)
        : ({ kind: 'not-applicable', reasonCode: 'not-relevant' } as const);
    return { type: 'GradeSection', section: code, answer: given };
  }),
  ...tool.voices.map((voice): CaseAuditCommand => ({
    ...{ type: 'RecordVoice', voice, obtained: false, reasonCode: 'declined' },
  })),
  ...(tool.practiceDiscussion
    ? [{ type: 'RecordPracticeDiscussion', held: false, with: [], reasonCode: 'on-leave' } as const]
    : []),
];

export const gradeCase = (grade: Grade): CaseAuditCommand => ({
  ...{ type: 'GradeCase', grade, rationale: 'As seen.', strengths: [], development: [] },
  noActionReason: 'none-needed',
});
