import type { ToolDefinition } from '../audit-tool/definition.js';
import { refuse, type Decision } from '../decider.js';
import { GRADES, type Grade } from '../vocabulary/grade.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import type { GradeCase } from './commands.js';
import type { Audit } from './state.js';

/** How the inadequate key sections of a case limit its overall grade (rule 4 of the domain). */
export interface Limits {
  /** Codes of the sections that limit it, in the order of the tool. */
  readonly sections: readonly string[];
  /** The best grade that they allow; null where nothing limits it. */
  readonly best: Grade | null;
}

export function limitsOf({ sections }: Pick<Audit, 'sections'>, tool: ToolDefinition): Limits {
  const limiting = tool.sections.flatMap(({ code, key, limit }) => {
    const answer = sections.get(code);
    const isInadequate = answer?.kind === 'grade' && answer.grade === 'inadequate';
    return key && limit !== null && isInadequate ? [{ code, limit }] : [];
  });
  const worst = Math.max(-1, ...limiting.map(({ limit }) => GRADES.indexOf(limit)));
  return { sections: limiting.map(({ code }) => code), best: GRADES[worst] ?? null };
}

export const isAboveLimit = (grade: Grade, { best }: Limits): boolean =>
  best !== null && GRADES.indexOf(grade) < GRADES.indexOf(best);

/** A better grade than the sections allow is explained, and no other is. Refusals: code-malformed, limit-reason-missing, limit-not-exceeded. */
export function limitUnexplained(
  { grade, limitReasonCode, limitReason }: GradeCase,
  limits: Limits,
): Decision<never> | null {
  const malformed = needsCode(limitReasonCode);
  if (malformed) return malformed;
  if (isAboveLimit(grade, limits)) {
    return limitReasonCode !== undefined && isWritten(limitReason) ? null : limitReasonMissing(limits);
  }
  return limitReasonCode === undefined && !isWritten(limitReason)
    ? null
    : refuse('limit-not-exceeded', 'No key section limits this grade, so leave the reason for that out.');
}

export const limitReasonMissing = ({ best, sections }: Limits): Decision<never> =>
  refuse(
    'limit-reason-missing',
    `Inadequate key sections allow ${best ?? 'no grade'} at best. Give the reason for going above that, as a code and in words.`,
    { best, limitedBy: sections },
  );
