import type { ToolDefinition } from './definition.js';
import type { AuditToolEvent } from './events.js';

export interface ToolVersion {
  readonly definition: ToolDefinition;
  readonly status: 'drafted' | 'published' | 'retired';
}

/** Versions count from 1. */
export interface AuditToolState {
  readonly versions: Readonly<Record<number, ToolVersion>>;
}

export const noToolYet: AuditToolState = { versions: {} };

export const evolveAuditTool = (state: AuditToolState, event: AuditToolEvent): AuditToolState => {
  const { version } = event.facts;
  switch (event.type) {
    case 'ToolDrafted':
      return withVersion(state, version, { definition: event.facts.definition, status: 'drafted' });
    case 'ToolPublished':
      return withVersion(state, version, { ...drafted(state, version), status: 'published' });
    case 'ToolRetired':
      return withVersion(state, version, { ...drafted(state, version), status: 'retired' });
  }
};

const withVersion = (state: AuditToolState, version: number, tool: ToolVersion): AuditToolState => ({
  versions: { ...state.versions, [version]: tool },
});

const drafted = (state: AuditToolState, version: number): ToolVersion => {
  const tool = state.versions[version];
  if (tool === undefined) throw new Error(`Version ${version} of the tool was never drafted`);
  return tool;
};
