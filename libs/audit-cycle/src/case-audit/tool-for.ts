import type { ToolDefinition } from '../audit-tool/definition.js';
import type { CaseAuditContext } from './context.js';
import type { Audit } from './state.js';

/** The tool that the case was selected with. A cycle is only planned with a tool that exists, so without one this throws. */
export function toolFor({ selected }: Audit, { tool }: Pick<CaseAuditContext, 'tool'>): ToolDefinition {
  const version = tool?.versions[selected.tool.version];
  if (version === undefined) {
    throw new Error(`Tool ${selected.tool.id} version ${selected.tool.version} was not looked up`);
  }
  return version.definition;
}
