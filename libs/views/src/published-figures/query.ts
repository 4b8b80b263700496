import type { Sha256Hex } from '#assurance-statistics';
import type { AuthorityId, CycleId, Instant } from '#audit-cycle';
import {
  actionCompletionView,
  completionCycles,
  completionPlaces,
  trackedActions,
} from '../action-completion/rows.js';
import { isOfAudit } from '../action-source.js';
import type { CycleSummary } from '../cycle-summary.js';
import { asClosed } from '../grading-distribution/as-closed.js';
import { gradedAudits, gradedCycles, gradingDistributionView } from '../grading-distribution/rows.js';
import type { ViewReader } from '../view-reader.js';
import { publishedFigures, type PublishedCases, type PublishedFigures } from './figure.js';
import type { PublishedAction } from './tables-of-actions.js';

export interface PublishedFiguresQuery {
  readonly authority: AuthorityId;
  readonly cycle: CycleId;
}

/** Why there is nothing published of a cycle. */
export type Unpublished = 'no-such-cycle' | 'cycle-not-closed' | 'findings-not-published';

export interface PublishedAnswer {
  readonly figures: PublishedFigures;
  /** How much of the log both views tell of, at least. */
  readonly position: string;
}

/**
 * The published figures of a cycle. They know what the log had taken in before the millisecond in which the findings were
 * published, and nothing of what came after, so every reading gives the same set.
 */
export async function publishedFiguresOf(
  reader: ViewReader,
  { authority, cycle: id }: PublishedFiguresQuery,
  sha256Hex: Sha256Hex,
): Promise<PublishedAnswer | Unpublished> {
  const grades = await reader.look(gradingDistributionView, authority, async (look) => {
    const [cycle] = await look.rows(gradedCycles, { where: { id } });
    if (cycle === undefined) return 'no-such-cycle';
    if (cycle.status !== 'closed') return 'cycle-not-closed';
    if (!hasFindings(cycle)) return 'findings-not-published';
    const asKnownAt = justBefore(cycle.findings.at);
    const audits = await look.rows(gradedAudits, { where: { cycle: id }, asOf: asKnownAt });
    return { cycle, asKnownAt, audits: asClosed(audits, cycle), position: look.position };
  });
  if (typeof grades === 'string') return grades;
  const completion = await reader.look(actionCompletionView, authority, async (look) => {
    const [cycle] = await look.rows(completionCycles, { where: { id } });
    // This view may be some events behind the other: it has to know the same findings.
    if (cycle === undefined || !hasFindings(cycle)) return null;
    const selection = { where: { cycle: id }, asOf: grades.asKnownAt };
    const places = new Map(
      (await look.rows(completionPlaces, selection)).map(({ id: audit, cohort }) => [audit, cohort]),
    );
    const actions = (await look.rows(trackedActions, selection))
      .filter(isOfAudit)
      .map(({ audit, status, team, priority }): PublishedAction => ({
        ...{ status, team, priority, cohort: places.get(audit) ?? null },
      }));
    return { actions, position: look.position };
  });
  if (completion === null) return 'findings-not-published';
  const position = grades.position < completion.position ? grades.position : completion.position;
  return {
    figures: publishedFigures({ ...grades, actions: completion.actions }, sha256Hex),
    position: position.toString(),
  };
}

const hasFindings = (cycle: CycleSummary): cycle is PublishedCases['cycle'] => cycle.findings !== null;

/** The last millisecond before a moment: the log may have taken in other events in the same one, before and after. */
const justBefore = (moment: Instant): Instant => new Date(Date.parse(moment) - 1).toISOString();
