import {
  BENCHMARKS_OF,
  FIGURE_SERIES,
  MOST_CASES,
  MEASURE_BASES,
  MEASURE_UNITS,
  POLARITIES,
  type BenchmarkOf,
  type FigureSeries,
  type MeasureBasis,
  type MeasureUnit,
  type Polarity,
} from '#audit-cycle';
import { Code, IsoDay, Line, lines, ListOf, Part, Parts, Text, uuids, Whole } from '#platform';

const FIGURE = 'In digits, as it is printed: 84.0%, 1,024, 96.5.';

export class MeasureDefinitionBody {
  @Line({ about: 'What people call it.' }) title!: string;
  @Line({ about: 'The heading that it stands under.' }) section!: string;
  @Code(MEASURE_UNITS) unit!: MeasureUnit;
  @Whole({ min: 0, max: 4, about: 'How many decimals its figures are printed with.' }) decimals!: number;
  @Code(MEASURE_BASES) basis!: MeasureBasis;
  @Code(POLARITIES, { about: 'Which way is better; none has no targets.' }) polarity!: Polarity;
  @Line({
    max: 60,
    nullable: true,
    about: 'The rule by which children belong to the denominator, as a code; null for none.',
  })
  eligibility!: string | null;
}

export class DefineMeasureBody {
  @Line({ max: 30, nullable: true, about: "The authority's own number of it, such as 2.10a; null for none." })
  ref!: string | null;
  @Line({ max: 60, about: 'Short name for programs, as a code.' }) code!: string;
  @Part(() => MeasureDefinitionBody) definition!: MeasureDefinitionBody;
  @Text({ optional: true, max: 2_000, about: 'The rule of eligibility in words.' }) eligibility?: string;
}

export class RedefineMeasureBody {
  @Part(() => MeasureDefinitionBody) definition!: MeasureDefinitionBody;
  @Text({ optional: true, max: 2_000, about: 'The rule of eligibility in words.' }) eligibility?: string;
  @Line({ max: 60 }) reasonCode!: string;
  @Text({ optional: true, max: 2_000 }) reason?: string;
}

export class MeasureTargetsBody {
  @IsoDay({ about: 'They hold for figures of this day and later.' }) from!: string;
  @Line({ max: 30, nullable: true, about: 'What is worse is red. Both null: no targets from that day on.' })
  minimum!: string | null;
  @Line({ max: 30, nullable: true, about: 'What is at least as good is green.' }) upper!: string | null;
}

/** Both ends belong to it; a figure of one day has that day twice. */
export class FigurePeriodBody {
  @IsoDay() from!: string;
  @IsoDay() to!: string;
}

export class BenchmarkBody {
  @Code(BENCHMARKS_OF) of!: BenchmarkOf;
  @Line({ max: 30, about: FIGURE }) value!: string;
}

export class FigureSourceBody {
  @Line({ max: 64, about: 'SHA-256 of the file that it was read from, in lower-case hexadecimal.' })
  file!: string;
  @Whole({ min: 1, max: 10_000_000, about: 'The row in it, counted from 1.' }) row!: number;
}

export class MeasureReportBody {
  @Whole({ min: 1, max: 10_000, optional: true, about: 'Version of the definition; the newest without it.' })
  definition?: number;
  @Code(FIGURE_SERIES, { about: "The figure on the measure's own basis, or the own value of a month." })
  series!: FigureSeries;
  @Part(() => FigurePeriodBody) period!: FigurePeriodBody;
  @Whole({ min: 0, max: 1_000_000_000_000, nullable: true }) numerator!: number | null;
  @Whole({ min: 0, max: 1_000_000_000_000, nullable: true }) denominator!: number | null;
  @Line({ max: 30, nullable: true, about: FIGURE }) printed!: string | null;
  @Parts(() => BenchmarkBody, { max: 4, optional: true }) benchmarks?: BenchmarkBody[];
  @Line({ max: 30, optional: true, nullable: true, about: `The figure of the year before. ${FIGURE}` })
  previousYear?: string | null;
  @Part(() => FigureSourceBody, { optional: true, about: 'Left out for a figure that somebody typed.' })
  source?: FigureSourceBody;
  @Line({ max: 60, optional: true, about: 'Why it replaces what was reported before, as a code.' })
  reasonCode?: string;
  @Text({ optional: true, max: 2_000 }) reason?: string;
}

export class ReviewRequestBody {
  @Part(() => FigurePeriodBody) period!: FigurePeriodBody;
  @Line({ max: 60, about: 'Why, as a code.' }) why!: string;
}

export class SurgeryBody {
  @Part(() => FigurePeriodBody) period!: FigurePeriodBody;
  @IsoDay({ about: 'The day of the surgery.' }) on!: string;
  @ListOf(uuids, { max: 50, about: 'Who was there besides whoever sends this.' }) with!: string[];
  @ListOf(lines(100), {
    min: 1,
    max: MOST_CASES,
    about: "The authority's own ids of the children. No names.",
  })
  cases!: string[];
  @Text({ max: 10_000, about: 'What the cases showed.' }) notes!: string;
}
