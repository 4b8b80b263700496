import {
  FIGURE_SERIES,
  type AuthorityId,
  type Instant,
  type IsoDate,
  type Measure,
  type MeasureDefinition,
  type MeasureId,
  type SurgeryHeld,
  type Targets,
} from '#audit-cycle';
import type { ToldEvent } from '../told-event.js';
import type { Look, ViewReader } from '../view-reader.js';
import { measureEntries, measuresOf, scorecardView, type MeasureRow } from './measure-entries.js';
import { measureLine, type MeasureLine } from './measure-line.js';
import { scorecardOf, type Scorecard } from './scorecard.js';

export interface ScorecardQuery {
  readonly authority: AuthorityId;
  /** Figures of this day and earlier; all unless given. */
  readonly on?: IsoDate | undefined;
  /** The heading that measures stand under. */
  readonly section?: string | undefined;
  /** As known then; without it, as known now. */
  readonly asOf?: Instant | undefined;
}

export interface ScorecardFigures extends Scorecard {
  readonly on: IsoDate | null;
  readonly section: string | null;
  readonly position: string;
  readonly asOf: Instant | null;
}

/** The scorecard; `unknown` for a section that no measure stands under. */
export function scorecard(
  reader: ViewReader,
  { authority, on, section, asOf }: ScorecardQuery,
): Promise<ScorecardFigures | { readonly unknown: 'section' }> {
  return reader.look(scorecardView, authority, async (look) => {
    const all = await measuresIn(look, asOf);
    const rows =
      section === undefined ? all : all.filter((row) => row.definitions.at(-1)?.section === section);
    if (section !== undefined && rows.length === 0) return { unknown: 'section' };
    return {
      ...{ on: on ?? null, section: section ?? null },
      ...scorecardOf(rows, on),
      ...{ position: look.position.toString(), asOf: asOf ?? null },
    };
  });
}

/** A measure without its figures. */
export interface MeasureListed extends MeasureDefinition {
  readonly id: MeasureId;
  readonly ref: string | null;
  readonly code: string;
  /** Version of the definition. */
  readonly definition: number;
  readonly reviewRequested: Measure['reviewRequested'];
}

export interface MeasureList {
  /** In the order in which they were defined. */
  readonly items: readonly MeasureListed[];
  readonly position: string;
}

export function listMeasures(
  reader: ViewReader,
  { authority, asOf }: Pick<ScorecardQuery, 'authority' | 'asOf'>,
): Promise<MeasureList> {
  return reader.look(scorecardView, authority, async (look) => ({
    items: (await measuresIn(look, asOf)).map(listed),
    position: look.position.toString(),
  }));
}

/** A measure with everything that holds of it. */
export interface MeasureShown extends MeasureListed {
  /** Version 1 first. */
  readonly definitions: readonly MeasureDefinition[];
  /** Version 1 first. */
  readonly targets: readonly Targets[];
  /** Of every definition, the newest first, and every series that has figures. */
  readonly lines: readonly MeasureLine[];
}

export interface OneMeasureQuery extends Pick<ScorecardQuery, 'authority' | 'asOf'> {
  readonly id: MeasureId;
}

/** Null where there is none, or was none at the moment that is asked for. */
export function findMeasure(reader: ViewReader, query: OneMeasureQuery): Promise<MeasureShown | null> {
  return reader.look(scorecardView, query.authority, async (look) => {
    const [row] = await measuresIn(look, query.asOf, query.id);
    if (row === undefined) return null;
    const { definitions, targets } = row;
    const versions = definitions.map((_, at) => definitions.length - at);
    const lines = versions.flatMap((version) =>
      FIGURE_SERIES.map((series) => measureLine(row, version, series, undefined)),
    );
    return { ...listed(row), definitions, targets, lines: lines.filter((line) => line !== null) };
  });
}

export interface MeasureHistory {
  readonly items: readonly ToldEvent[];
  readonly position: string;
}

/** What happened with a measure, in order: what was reported before a correction as well. Null as `findMeasure` is. */
export function measureHistory(
  reader: ViewReader,
  { authority, id, asOf }: OneMeasureQuery,
): Promise<MeasureHistory | null> {
  return reader.look(scorecardView, authority, async (look) => {
    const items = await look.rows(measureEntries, { where: { streamId: id }, asOf });
    return items.length === 0 ? null : { items: items.map(withoutCases), position: look.position.toString() };
  });
}

/** Figures are for many more people than the children behind them: of a surgery everybody is told how many cases it looked at. */
function withoutCases(entry: ToldEvent): ToldEvent {
  if (entry.type !== 'SurgeryHeld') return entry;
  const { cases, ...facts } = entry.facts as SurgeryHeld['facts'];
  return { ...entry, facts: { ...facts, casesLookedAt: cases.length } };
}

const measuresIn = async (
  look: Look,
  asOf: Instant | undefined,
  id?: MeasureId,
): Promise<readonly MeasureRow[]> =>
  measuresOf(await look.rows(measureEntries, { where: { streamId: id }, asOf }));

const listed = ({ id, ref, code, definitions, reviewRequested }: MeasureRow): MeasureListed => ({
  ...{ id, ref, code, definition: definitions.length },
  ...(definitions.at(-1) as MeasureDefinition),
  reviewRequested,
});
