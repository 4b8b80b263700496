import type { Sha256Hex } from '#assurance-statistics';
import { fewestOf } from '../fewest-of.js';
import { seedOf } from '../seed-of.js';
import type { ViewReader } from '../view-reader.js';
import type { Adjusting } from './adjusted-grades.js';
import { casesOf, type GradesAsked } from './cases-asked.js';
import {
  figureOfGrades,
  wholeCycles,
  type FigureAnswer,
  type GradesAskedFor,
  type GradesQuery,
} from './grades-asked-for.js';
import { gradesFigure, type GradesFigure } from './grades-figure.js';
import { gradesGroup, gradesParts, type GradesGroup, type GradesPart } from './grades-groups.js';
import { trusted, type HowFarTrusted } from './how-far-trusted.js';
import { isOfPart, listBehind, listsSideBySide } from './list-behind.js';
import { unmoderatedCycles } from './unmoderated-cycles.js';

export type GradesOfCyclesQuery = GradesQuery & GradesAsked;

/** How cases were graded, and how far that can be trusted. */
export interface GradesOfCycles extends GradesFigure, HowFarTrusted {
  /** Their intervals have one basis among them. */
  readonly groups?: readonly (GradesGroup & HowFarTrusted)[];
}

/** How the cases of one cycle or of several of one kind were graded. */
export const gradesOfCycles = (
  reader: ViewReader,
  query: GradesOfCyclesQuery,
  sha256Hex: Sha256Hex,
): Promise<FigureAnswer<GradesOfCycles>> =>
  figureOfGrades(reader, query, async (grades, look) => {
    const whole = await wholeCycles(look, grades, query);
    const { audits } = casesOf(grades, query);
    const adjusting: Adjusting = {
      ...{ list: listBehind(audits, query), unmoderated: unmoderatedCycles(whole, query) },
      ...{ seed: seedOf('moderation-adjusted', grades.cycles), sha256Hex },
      fewest: isOfPart(query) || isOfAnswers(query) ? fewestModerated(grades) : null,
    };
    const { figure } = trusted(gradesFigure(grades, query), grades, query, adjusting);
    if (figure.by === undefined) return figure;
    return { ...figure, groups: groupsOf(gradesParts(grades, query), whole, query, adjusting) };
  });

function groupsOf(
  parts: readonly GradesPart[],
  whole: GradesAskedFor,
  query: GradesOfCyclesQuery,
  adjusting: Adjusting,
): readonly (GradesGroup & HowFarTrusted)[] {
  const lists = listsSideBySide(
    parts.map(({ grades, named }) => listBehind(grades.audits, { ...query, ...named })),
  );
  return parts.map((part, at) => {
    const { grades, asked, section } = part;
    const ofPart = {
      ...{ ...adjusting, list: lists[at]!, fewest: fewestModerated(grades) },
      ...(section === undefined ? {} : { unmoderated: unmoderatedCycles(whole, asked) }),
    };
    return trusted(gradesGroup(part), grades, asked, ofPart).figure;
  });
}

const isOfAnswers = ({ section, lineOfEnquiry }: GradesAsked): boolean =>
  section !== undefined || lineOfEnquiry !== undefined;

/** How few moderated audits a figure of a part of the cases may rest on: as few as one of an auditor, who has a part of them as well. */
export const fewestModerated = ({ cycles }: GradesAskedFor): number => fewestOf(cycles).fewestPairsPerAuditor;
