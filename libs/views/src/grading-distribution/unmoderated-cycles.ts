import type { CycleId } from '#audit-cycle';
import type { CycleSummary } from '../cycle-summary.js';
import type { GradesAsked } from './cases-asked.js';
import type { GradesAskedFor } from './grades-asked-for.js';
import { moderatedAudits, type ModeratedAudit } from './moderated-audits.js';

/** A cycle as a reason names it. */
export type NamedCycle = Pick<CycleSummary, 'id' | 'title'>;

/**
 * The cycles of whose audits moderation tells nothing: none was moderated, or none of those that chance chose. Others cannot speak
 * for them, however few they are, as nobody knows whether their auditors were as kind. Of one cycle alone the grades say that
 * themselves.
 *
 * @param whole all audits of the cycles, and not those alone that a filter lets in: a team of which chance chose nobody is no such
 *   cycle
 */
export function unmoderatedCycles(
  whole: GradesAskedFor,
  asked: Omit<GradesAsked, 'stage' | 'by'>,
): readonly NamedCycle[] {
  if (whole.cycles.length < 2) return [];
  const byCycle = Map.groupBy(moderatedAudits(whole, asked).audits, ({ cycle }) => cycle);
  const isSilent = (some: readonly ModeratedAudit[]): boolean =>
    some.length > 0 && some.every(({ moderatedGrade }) => moderatedGrade === null);
  return named(whole.cycles, (id) => {
    const graded = byCycle.get(id) ?? [];
    return (
      isSilent(graded) || isSilent(graded.filter(({ chosen, probability }) => chosen && probability < 1))
    );
  });
}

export const named = (
  cycles: readonly CycleSummary[],
  isMeant: (cycle: CycleId) => boolean,
): readonly NamedCycle[] => cycles.flatMap(({ id, title }) => (isMeant(id) ? [{ id, title }] : []));
