import type { Grade } from '../vocabulary/grade.js';
import type { ToolSection } from './definition.js';

/** Sections of the tools that the product ships: required, not key, and about no line of enquiry unless they say so. */
const section = (
  code: string,
  title: string,
  prompt: string,
  answer: ToolSection['answer'],
): ToolSection => ({
  ...{ code, title, prompt },
  required: true,
  key: false,
  limit: null,
  linesOfEnquiry: [],
  answer,
});

export const graded = (
  code: string,
  title: string,
  prompt: string,
  descriptors: Readonly<Record<Grade, string>>,
): ToolSection => section(code, title, prompt, { kind: 'grade', descriptors });

export const choice = (
  code: string,
  title: string,
  prompt: string,
  options: Readonly<Record<string, string>>,
): ToolSection =>
  section(code, title, prompt, {
    kind: 'choice',
    options: Object.entries(options).map(([option, words]) => ({ code: option, title: words })),
  });

export const yesNo = (code: string, title: string, prompt: string): ToolSection =>
  section(code, title, prompt, { kind: 'yes-no' });

export const date = (code: string, title: string, prompt: string): ToolSection =>
  section(code, title, prompt, { kind: 'date' });

export const inWords = (code: string, title: string, prompt: string): ToolSection =>
  section(code, title, prompt, { kind: 'text' });

/** While such a section is inadequate, the case as a whole is no better than `limit`. */
export const key = (limited: ToolSection, limit: Grade): ToolSection => ({ ...limited, key: true, limit });

export const optional = (left: ToolSection): ToolSection => ({ ...left, required: false });
