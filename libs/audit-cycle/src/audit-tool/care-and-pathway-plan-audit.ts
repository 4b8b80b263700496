import { CURRENT_SCALE } from '../vocabulary/grade.js';
import { CARE_AND_PATHWAY_PLAN_SECTIONS } from './care-and-pathway-plan-sections.js';
import type { ToolDefinition } from './definition.js';

/** The plan of a child in care or of a young person who leaves it, in the product's own words. */
export const CARE_AND_PATHWAY_PLAN_AUDIT: ToolDefinition = {
  name: 'Care and pathway plan audit',
  scale: CURRENT_SCALE,
  unit: 'document',
  partners: [],
  overallGrade: true,
  voices: ['child', 'practitioner'],
  practiceDiscussion: false,
  sections: CARE_AND_PATHWAY_PLAN_SECTIONS,
  themes: [
    { code: 'childs-voice', title: 'What the child says and how they live' },
    { code: 'permanence', title: 'A lasting home' },
    { code: 'health', title: 'Health and wellbeing' },
    { code: 'education', title: 'School, training and work' },
    { code: 'family-and-friends', title: 'Family, friends and people who stay' },
    { code: 'identity', title: 'Identity, culture and disability' },
    { code: 'independence', title: 'Getting ready for adult life' },
    { code: 'drift-and-delay', title: 'Drift and delay' },
    { code: 'planning', title: 'Plans that can be followed' },
  ],
};
