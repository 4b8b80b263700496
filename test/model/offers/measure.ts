import type { IsoDate, Measure, MeasureDefinition } from '#audit-cycle';
import { EVERYBODY, LEADERS, LEADS } from '../people.js';
import type { About, Draw, Offers } from './offer.js';

type AboutMeasure = About<'measure'>;

const measureOf = ({ state }: AboutMeasure): Measure | null =>
  state.status === 'not-defined' ? null : state;

const definition = (draw: Draw): MeasureDefinition => ({
  title: draw.mostly(['Visited in time', 'Seen in time'], [' ']),
  ...{ section: 'Visits', unit: 'percent', basis: 'year-to-date', eligibility: null },
  decimals: draw.mostly([0, 1], [5, 0.5]),
  polarity: draw.mostly(['higher-is-better', 'lower-is-better'], ['none']),
});

const months = (draw: Draw, today: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } => ({
  from: draw.mostly(['2026-04-01'], ['2027-04-01']),
  to: draw.mostly(['2026-04-30', '2026-05-31', '2026-06-30'], [draw.day(today)]),
});

/** The days of a figure that there is, mostly. */
const looked = (about: AboutMeasure): { readonly from: IsoDate; readonly to: IsoDate } =>
  about.draw.mostly(
    [...(measureOf(about)?.figures.values() ?? [])].map(({ period }) => period),
    [months(about.draw, about.today)],
  );

export const MEASURE_OFFERS: Offers<'measure'> = {
  DefineMeasure: ({ draw }) => ({
    command: {
      ...{ type: 'DefineMeasure', ref: draw.one('3.3', null, ' '), code: draw.code() },
      definition: definition(draw),
    },
    by: LEADS,
  }),
  RedefineMeasure: ({ draw }) => ({
    command: { type: 'RedefineMeasure', definition: definition(draw), ...draw.reason() },
    by: LEADS,
  }),
  SetTargets: ({ draw }) => ({
    command: {
      type: 'SetTargets',
      from: draw.mostly(['2026-04-01', '2026-06-01'], ['2026-02-30']),
      minimum: draw.mostly(['85'], [null, '101', '90']),
      upper: draw.mostly(['85'], [null, '80', '90']),
    },
    by: LEADS,
  }),
  ReportMeasure: ({ draw, today }) => ({
    command: {
      ...{ type: 'ReportMeasure', series: draw.one('current', 'month'), period: months(draw, today) },
      ...{ numerator: draw.one(70, 85, 96), denominator: draw.mostly([100, 120], [0, 50, null]) },
      ...{ printed: null, previousYear: null, benchmarks: [], source: { file: null, row: null } },
      ...(draw.rarely(2) ? { reasonCode: draw.code() } : {}),
    },
    by: LEADS,
  }),
  RequestReview: (about) => ({
    command: { type: 'RequestReview', period: looked(about), why: about.draw.code() },
    by: [...LEADS, ...LEADERS],
  }),
  HoldSurgery: (about) => ({
    command: {
      ...{ type: 'HoldSurgery', period: looked(about), on: about.draw.day(about.today) },
      with: about.draw.one([], [about.draw.one(...EVERYBODY)]),
      cases: about.draw.mostly([['C-1', 'C-2']], [[], [' '], ['C-1', 'C-1']]),
      notes: about.draw.words(),
    },
    by: [...LEADS, ...LEADERS],
  }),
};
