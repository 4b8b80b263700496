import type { AuthorityId, Instant } from '#audit-cycle';
import {
  casesAskedFor,
  cyclesAskedFor,
  unknownFilter,
  type CaseFilters,
  type UnknownFilter,
} from '../case-filters.js';
import type { CycleSummary } from '../cycle-summary.js';
import type { Look, ViewReader } from '../view-reader.js';
import { asClosed } from './as-closed.js';
import { askedSections, type AskedSections } from './asked-sections.js';
import { gradedTools } from './graded-tool.js';
import { isOfPart } from './list-behind.js';
import { gradedAudits, gradedCycles, gradingDistributionView, type GradedAudit } from './rows.js';

/** What every figure that is made of grades is asked by. */
export interface GradesQuery extends CaseFilters {
  readonly authority: AuthorityId;
  /** Code of a section that a tool of these cycles has. */
  readonly section?: string | undefined;
  /** Code of a line of enquiry that a section of such a tool speaks to. */
  readonly lineOfEnquiry?: string | undefined;
  readonly asOf?: Instant | undefined;
}

/** The grades that a figure is made of. */
export interface GradesAskedFor {
  /** The earliest first. */
  readonly cycles: readonly CycleSummary[];
  /** As the closing of their cycle left them, withdrawn ones included. */
  readonly audits: readonly GradedAudit[];
  readonly asked: AskedSections;
}

/** What every answer says about where its figures come from. */
export interface AboutFigure {
  /** The cycles whose cases were counted, the earliest first. */
  readonly cycles: readonly Pick<
    CycleSummary,
    'id' | 'title' | 'kind' | 'status' | 'periodFrom' | 'periodTo' | 'scale' | 'tool' | 'toolVersion'
  >[];
  /** How much of the log the figures tell of. */
  readonly position: string;
  /** The moment that was asked for; null for now. */
  readonly asOf: string | null;
}

/** A figure with what it is made of, or the filter that names something that is not there. */
export type FigureAnswer<Figure> = (Figure & AboutFigure) | { readonly unknown: UnknownFilter };

/** Works a figure out from the grades that the filters let in, all of it read in one look. */
export function figureOfGrades<Figure extends object>(
  reader: ViewReader,
  query: GradesQuery,
  work: (grades: GradesAskedFor, look: Look) => Figure | Promise<Figure>,
): Promise<FigureAnswer<Figure>> {
  return reader.look(gradingDistributionView, query.authority, async (look) => {
    const cycles = await cyclesAskedFor(look, gradedCycles, query, query.asOf);
    const asked = askedSections(cycles, await look.rows(gradedTools, { asOf: query.asOf }));
    const unknown = unknownFilter(cycles, query) ?? notAsked(asked, query);
    if (unknown !== null) return { unknown };
    const audits = await auditsAskedFor(look, cycles, query);
    return { ...(await work({ cycles, audits, asked }, look)), ...aboutFigure(cycles, look, query.asOf) };
  });
}

async function auditsAskedFor(
  look: Look,
  cycles: readonly CycleSummary[],
  query: CaseFilters & Pick<GradesQuery, 'asOf'>,
): Promise<readonly GradedAudit[]> {
  const cases = await casesAskedFor(look, gradedAudits, cycles, query, query.asOf);
  return asClosed(cases, { withoutGrade: cycles.flatMap(({ withoutGrade }) => withoutGrade) });
}

/** The same cycles with all of their cases, read in the same look. */
export async function wholeCycles(
  look: Look,
  grades: GradesAskedFor,
  query: GradesQuery,
): Promise<GradesAskedFor> {
  if (!isOfPart(query)) return grades;
  return { ...grades, audits: await auditsAskedFor(look, grades.cycles, { asOf: query.asOf }) };
}

function notAsked(
  { sections, linesOfEnquiry }: AskedSections,
  { section, lineOfEnquiry }: GradesQuery,
): UnknownFilter | null {
  if (section !== undefined && !sections.some(({ code }) => code === section)) return 'section';
  return lineOfEnquiry === undefined || linesOfEnquiry.includes(lineOfEnquiry) ? null : 'lineOfEnquiry';
}

export const aboutFigure = (
  cycles: readonly CycleSummary[],
  look: Look,
  asOf: Instant | undefined,
): AboutFigure => ({
  cycles: aboutCycles(cycles),
  position: look.position.toString(),
  asOf: asOf ?? null,
});

export const aboutCycles = (cycles: readonly CycleSummary[]): AboutFigure['cycles'] =>
  cycles.map(({ id, title, kind, status, periodFrom, periodTo, scale, tool, toolVersion }) => ({
    ...{ id, title, kind, status, periodFrom, periodTo, scale, tool, toolVersion },
  }));

/** Whether the cycle of an audit is closed. */
export function closedAmong(cycles: readonly CycleSummary[]): (cycle: string) => boolean {
  const closed = new Set(cycles.filter(({ status }) => status === 'closed').map(({ id }) => id));
  return (cycle) => closed.has(cycle);
}
