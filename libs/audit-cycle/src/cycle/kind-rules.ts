import type { ToolDefinition } from '../audit-tool/definition.js';
import { refuse, type Decision } from '../decider.js';
import type { PlanCycle } from './commands.js';
import type { CycleKind } from './kind.js';

interface KindRules {
  /** Whether it is about questions of its own. */
  readonly asksLines: boolean;
  /** Whether its tool may leave out the overall grade: its audits then end with the cycle, as having none. */
  readonly mayGoUngraded: boolean;
  /** What its tool has to be about; null for anything. */
  readonly unit: ToolDefinition['unit'] | null;
}

const ANY = { asksLines: false, mayGoUngraded: false, unit: null };

/** In what the kinds of cycle differ, besides what policy says of sampling a child again. */
const KIND_RULES: Readonly<Record<CycleKind, KindRules>> = {
  core: ANY,
  thematic: ANY,
  'dip-sample': { ...ANY, mayGoUngraded: true },
  'service-focus': { ...ANY, asksLines: true },
  'plans-audit': { ...ANY, unit: 'document' },
};

/** Refusals: lines-missing, tool-unit-differs, tool-without-grade. */
export function unfitForKind(
  { kind, linesOfEnquiry }: PlanCycle,
  tool: ToolDefinition,
): Decision<never> | null {
  const { asksLines, mayGoUngraded, unit } = KIND_RULES[kind];
  if (asksLines && linesOfEnquiry.length === 0) {
    return refuse(
      'lines-missing',
      'Say what this look at a service asks: give at least one line of enquiry.',
    );
  }
  if (unit !== null && tool.unit !== unit) {
    return refuse(
      'tool-unit-differs',
      `Choose a tool that audits a ${unit}: this one audits a ${tool.unit}.`,
      {
        unit: tool.unit,
      },
    );
  }
  return tool.overallGrade || mayGoUngraded
    ? null
    : refuse(
        'tool-without-grade',
        'Choose a tool that asks for an overall grade; only a dip sample does without.',
      );
}
