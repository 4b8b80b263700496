import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import { TOOL_DEFINITION } from '../testing/a-cycle.js';
import { ANSWERED, by, IN_PROGRESS } from '../testing/an-audit.js';
import type { ToolSection } from '../audit-tool/definition.js';
import type { GradeSection } from './commands.js';
import { caseAudit } from './decider.js';

const section = (code: string, kind: 'yes-no' | 'date' | 'text'): ToolSection => ({
  ...{ code, title: code, prompt: 'Look for it.', required: true, key: false, limit: null },
  linesOfEnquiry: [],
  answer: { kind },
});
const sections = [section('seen', 'yes-no'), section('seen-on', 'date'), section('note', 'text')];
const auditor = by('auditor', {
  tool: { versions: { 2: { status: 'published', definition: { ...TOOL_DEFINITION, sections } } } },
});
const answering = given(caseAudit, IN_PROGRESS);

const ANSWERS: readonly Omit<GradeSection, 'type'>[] = [
  { section: 'seen', answer: { kind: 'yes-no', yes: false } },
  { section: 'seen-on', answer: { kind: 'date', date: '2026-02-28' } },
  { section: 'note', answer: { kind: 'text' }, text: 'The visit was short.' },
];

describe('A section that is answered by yes or no, a day, or words', () => {
  it.each(ANSWERS)('takes such an answer, and words only as narrative: $section', (given_) => {
    const { section: code, answer, text } = given_;
    answering.when({ type: 'GradeSection', ...given_ }, auditor).then({
      type: 'SectionGraded',
      facts: { section: code, answer },
      narrative: text === undefined ? null : { text },
    });
  });

  it.each(sections.map(({ code }) => code))('takes no answer of another kind: %s', (code) => {
    for (const { answer, text } of ANSWERS.filter((one) => one.section !== code)) {
      answering
        .when(
          { type: 'GradeSection', section: code, answer, ...(text === undefined ? {} : { text }) },
          auditor,
        )
        .thenRefused('answer-does-not-fit');
    }
  });

  it.each<[string, Omit<GradeSection, 'type'>, string]>([
    [
      'a day that is none',
      { section: 'seen-on', answer: { kind: 'date', date: '2026-02-29' } },
      'not-a-date',
    ],
    ['no words', { section: 'note', answer: { kind: 'text' } }, 'text-missing'],
    ['words of nothing', { section: 'note', answer: { kind: 'text' }, text: ' ' }, 'text-missing'],
    [
      'words beside a yes',
      { section: 'seen', answer: { kind: 'yes-no', yes: true }, text: 'And she was well.' },
      'answer-does-not-fit',
    ],
  ])('refuses %s', (_, answer, code) => {
    answering.when({ type: 'GradeSection', ...answer }, auditor).thenRefused(code);
  });
});

describe('A case whose tool asks for no overall grade', () => {
  it('is not given one', () => {
    const definition = { ...TOOL_DEFINITION, overallGrade: false };
    given(caseAudit, ANSWERED)
      .when(
        { type: 'GradeCase', grade: 'good', rationale: 'As seen.', strengths: [], development: [] },
        by('auditor', { tool: { versions: { 2: { status: 'published', definition } } } }),
      )
      .thenRefused('tool-without-grade');
  });
});
