import type { ToolDefinition } from './definition.js';

/** Becomes the next version. A draft is not edited: a better one is drafted. */
export interface DraftTool {
  readonly type: 'DraftTool';
  readonly definition: ToolDefinition;
}

export interface PublishTool {
  readonly type: 'PublishTool';
  readonly version: number;
}

/** No new cycle uses a retired version; cycles that do keep it. */
export interface RetireTool {
  readonly type: 'RetireTool';
  readonly version: number;
  readonly reasonCode: string;
}

export type AuditToolCommand = DraftTool | PublishTool | RetireTool;
