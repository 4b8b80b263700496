import { CURRENT_SCALE } from '../vocabulary/grade.js';
import type { ToolDefinition } from './definition.js';
import { CORE_PRACTICE_SECTIONS } from './core-practice-sections.js';

/** The tool that the product ships, in its own words. An authority drafts its own version from it, or another tool. */
export const CORE_PRACTICE_AUDIT: ToolDefinition = {
  name: 'Core practice audit',
  scale: CURRENT_SCALE,
  unit: 'child',
  partners: [],
  overallGrade: true,
  voices: ['child', 'family', 'practitioner'],
  practiceDiscussion: true,
  sections: CORE_PRACTICE_SECTIONS,
  themes: [
    { code: 'childs-voice', title: 'What the child says and how they live' },
    { code: 'assessment-quality', title: 'Understanding what is happening and why' },
    { code: 'risk-and-safety', title: 'Seeing danger and acting on it' },
    { code: 'planning', title: 'Plans that the family can follow' },
    { code: 'drift-and-delay', title: 'Drift and delay' },
    { code: 'visits-and-direct-work', title: 'Visits and direct work' },
    { code: 'relationships', title: 'Working relationship with the family' },
    { code: 'fathers-and-wider-family', title: 'Fathers and the wider family' },
    { code: 'supervision', title: 'Supervision and management direction' },
    { code: 'multi-agency-work', title: 'Working with other agencies' },
    { code: 'identity', title: 'Identity, culture and disability' },
    { code: 'recording', title: 'Quality of the record' },
    { code: 'permanence', title: 'A lasting home' },
  ],
};
