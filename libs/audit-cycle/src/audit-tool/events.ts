import type { EventOf } from '../decider.js';
import type { ToolDefinition } from './definition.js';

export type AuditToolEvent =
  | EventOf<'ToolDrafted', { version: number; definition: ToolDefinition }>
  | EventOf<'ToolPublished', { version: number }>
  | EventOf<'ToolRetired', { version: number; reasonCode: string }>;
