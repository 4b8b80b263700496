import { CARE_AND_PATHWAY_PLAN_AUDIT } from './care-and-pathway-plan-audit.js';
import { CORE_PRACTICE_AUDIT } from './core-practice-audit.js';
import type { ToolDefinition } from './definition.js';
import { DIP_SAMPLE } from './dip-sample.js';
import { REVIEW_HEALTH_ASSESSMENT } from './review-health-assessment.js';

/**
 * The tools that every authority starts with, each under the name that its id follows from. They are the product's own proposal:
 * an authority retires them, or drafts better versions.
 */
export const SHIPPED_TOOLS = {
  'core-practice-audit': CORE_PRACTICE_AUDIT,
  'dip-sample': DIP_SAMPLE,
  'care-and-pathway-plan-audit': CARE_AND_PATHWAY_PLAN_AUDIT,
  'review-health-assessment': REVIEW_HEALTH_ASSESSMENT,
} as const satisfies Readonly<Record<string, ToolDefinition>>;
export type ShippedTool = keyof typeof SHIPPED_TOOLS;
