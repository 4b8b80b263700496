import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsSetUpRole } from '../vocabulary/needs-set-up-role.js';
import type { AuditToolCommand, DraftTool, PublishTool, RetireTool } from './commands.js';
import { definitionFaults } from './definition-faults.js';
import type { AuditToolEvent } from './events.js';
import type { AuditToolState } from './state.js';

/** Refusals: not-permitted, tool-invalid, unknown-version, not-drafted, not-published, code-malformed. */
export const decideAuditTool = (
  command: AuditToolCommand,
  state: AuditToolState,
  { actor }: Acting,
): Decision<AuditToolEvent> => {
  const notPermitted = needsSetUpRole(actor, 'qa-lead', 'administrator');
  if (notPermitted !== null) return notPermitted;
  switch (command.type) {
    case 'DraftTool':
      return draft(command, state);
    case 'PublishTool':
      return publish(command, state);
    case 'RetireTool':
      return retire(command, state);
  }
};

const draft = ({ definition }: DraftTool, state: AuditToolState): Decision<AuditToolEvent> => {
  const faults = definitionFaults(definition);
  if (faults.length > 0) return refuse('tool-invalid', `Correct the tool: ${faults.join(' ')}`, { faults });
  const version = Math.max(0, ...Object.keys(state.versions).map(Number)) + 1;
  return accept({ type: 'ToolDrafted', facts: { version, definition }, narrative: null });
};

const publish = ({ version }: PublishTool, state: AuditToolState): Decision<AuditToolEvent> => {
  const status = state.versions[version]?.status;
  if (status === undefined) return unknownVersion;
  if (status !== 'drafted') {
    return refuse('not-drafted', 'Only a draft can be published. Draft a new version to change the tool.', {
      status,
    });
  }
  return accept({ type: 'ToolPublished', facts: { version }, narrative: null });
};

const retire = ({ version, reasonCode }: RetireTool, state: AuditToolState): Decision<AuditToolEvent> => {
  const status = state.versions[version]?.status;
  if (status === undefined) return unknownVersion;
  if (status !== 'published') {
    return refuse('not-published', 'Only a published version can be retired.', { status });
  }
  return (
    needsCode(reasonCode) ?? accept({ type: 'ToolRetired', facts: { version, reasonCode }, narrative: null })
  );
};

const unknownVersion = refuse('unknown-version', 'The tool has no such version.');
