import type { CycleSummary } from '../cycle-summary.js';
import type { GradedTool } from '../grading-distribution/graded-tool.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import { inOrder } from '../in-order.js';
import type { ThemedAction } from './themed-action.js';

/** What themes are counted from. */
export interface ThemeSources {
  readonly cycles: readonly CycleSummary[];
  /** Withdrawn ones included. */
  readonly audits: readonly GradedAudit[];
  readonly tools: readonly GradedTool[];
  readonly actions: readonly ThemedAction[];
}

export const saysOfThemes = ({ withdrawn, submittedGrade }: GradedAudit): boolean =>
  withdrawn === null && submittedGrade !== null;

/** What a graded case may say of a theme. */
export const THEME_SIDES = ['strength', 'development'] as const;
export type ThemeSide = (typeof THEME_SIDES)[number];

export const names = (audit: GradedAudit, theme: string, side: ThemeSide): boolean =>
  (side === 'strength' ? audit.strengths : audit.development).includes(theme);

/** Every theme that the tools of the cycles have, and every other that a case or an action names. */
export function codesOf({ cycles, audits, tools, actions }: ThemeSources): readonly string[] {
  const ids = new Set(audits.map(({ id }) => id));
  return inOrder([
    ...cycles.flatMap((cycle) => Object.keys(themesIn(tools, cycle))),
    ...audits.filter(saysOfThemes).flatMap(({ strengths, development }) => [...strengths, ...development]),
    ...actions.flatMap(({ audit, theme }) =>
      audit !== null && ids.has(audit) && theme !== null ? theme : [],
    ),
  ]);
}

/** As the tool of the latest cycle that has it names it; null where no tool does. */
export function titleOf(theme: string, { cycles, tools }: ThemeSources): string | null {
  const cycle = cycles.findLast((one) => theme in themesIn(tools, one));
  return cycle === undefined ? null : (themesIn(tools, cycle)[theme] ?? null);
}

const themesIn = (
  tools: readonly GradedTool[],
  { tool, toolVersion }: CycleSummary,
): Readonly<Record<string, string>> =>
  tools.find(({ id }) => id === tool)?.versions[toolVersion]?.themes ?? {};
