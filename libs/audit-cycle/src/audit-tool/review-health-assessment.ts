import { CURRENT_SCALE } from '../vocabulary/grade.js';
import type { ToolDefinition } from './definition.js';
import { REVIEW_HEALTH_ASSESSMENT_SECTIONS } from './review-health-assessment-sections.js';

/** The review of a child's health in care, audited by social care and health together, in the product's own words. */
export const REVIEW_HEALTH_ASSESSMENT: ToolDefinition = {
  name: 'Review health assessment',
  scale: CURRENT_SCALE,
  unit: 'document',
  partners: ['health'],
  overallGrade: true,
  voices: ['child'],
  practiceDiscussion: false,
  sections: REVIEW_HEALTH_ASSESSMENT_SECTIONS,
  themes: [
    { code: 'timeliness', title: 'In time, and at a good moment' },
    { code: 'childs-voice', title: 'What the child says and how they live' },
    { code: 'physical-health', title: 'Body, teeth and eyes' },
    { code: 'emotional-wellbeing', title: 'Feelings and mental health' },
    { code: 'health-plan', title: 'A health plan that is carried out' },
    { code: 'sharing-information', title: 'What partners tell each other' },
    { code: 'unmet-need', title: 'Waiting for a service' },
  ],
};
