import type { ToolDefinition } from '../audit-tool/definition.js';
import { refuse, type Decision } from '../decider.js';

/** Refuses with `unknown-theme` codes that are no themes of the tool: figures by theme would count them apart. */
export function unknownThemes(codes: readonly string[], { themes }: ToolDefinition): Decision<never> | null {
  const known = themes.map((theme) => theme.code);
  const unknown = codes.filter((code) => !known.includes(code));
  return unknown.length === 0
    ? null
    : refuse('unknown-theme', `The tool of this cycle has no theme ${unknown.join(', ')}.`, {
        unknown,
        known,
      });
}
