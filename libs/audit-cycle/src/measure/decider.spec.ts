import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import type { Acting } from '../vocabulary/acting.js';
import type { Role } from '../vocabulary/role.js';
import type { DefineMeasure, MeasureCommand, ReportMeasure, SetTargets } from './commands.js';
import { measure } from './decider.js';
import type { MeasureDefinition } from './definition.js';
import type { MeasureEvent, MeasureReported, TargetsSet } from './events.js';

const by = (...roles: Role[]): Acting => ({
  now: '2023-04-20T09:00:00.000Z',
  actor: { person: 'ann', roles },
});
const analyst = by('analyst');

const VISITED: MeasureDefinition = {
  ...{ title: '% of CIN children visited', section: 'Visits', unit: 'percent', decimals: 1 },
  ...{ basis: 'snapshot', polarity: 'higher-is-better', eligibility: null },
};
const DEFINE: DefineMeasure = { type: 'DefineMeasure', ref: '3.3', code: 'cin-visited', definition: VISITED };
const defined = (changed: Partial<MeasureDefinition> = {}): MeasureEvent => ({
  type: 'MeasureDefined',
  facts: { ref: '3.3', code: 'cin-visited', definition: { ...VISITED, ...changed }, by: 'ann' },
  narrative: null,
});

const SET: SetTargets = { type: 'SetTargets', from: '2022-04-01', minimum: '85', upper: '90' };
const set = (changed: Partial<TargetsSet['facts']> = {}): TargetsSet => ({
  type: 'TargetsSet',
  facts: {
    ...{ version: 1, definition: 1, from: '2022-04-01', minimum: '85', upper: '90' },
    ...{ rule: 'minimum-and-upper-1', by: 'ann', ...changed },
  },
  narrative: null,
});

const MARCH = { from: '2023-03-31', to: '2023-03-31' };
const REPORT: ReportMeasure = {
  ...{ type: 'ReportMeasure', series: 'current', period: MARCH, numerator: 620, denominator: 738 },
  ...{ printed: '84.0%', benchmarks: [], previousYear: '84.7%', source: { file: null, row: null } },
};
const reported = (changed: Partial<MeasureReported['facts']> = {}, reason?: string): MeasureReported => ({
  type: 'MeasureReported',
  facts: {
    ...{
      definition: 1,
      series: 'current',
      period: MARCH,
      numerator: 620,
      denominator: 738,
      printed: '84.0%',
    },
    ...{ valueFrom: 'numerator-and-denominator', flags: [], benchmarks: [], previousYear: '84.7%' },
    ...{ source: { file: null, row: null }, by: 'ann', correction: null, ...changed },
  },
  narrative: reason === undefined ? null : { reason },
});
const breached = (changed: object = {}): MeasureEvent => ({
  type: 'ThresholdBreached',
  facts: {
    ...{ definition: 1, series: 'current', period: MARCH, targets: 1, minimum: '85' },
    ...{ value: '84.0108', gap: '0.9892', ...changed },
  },
  narrative: null,
});
const requested = (why = 'threshold-breached', period = MARCH): MeasureEvent => ({
  type: 'ReviewRequested',
  facts: { period, why, by: 'ann' },
  narrative: null,
});

describe('defining a measure', () => {
  it.each<Role>(['qa-lead', 'analyst', 'administrator'])('is done by a person of the role %s', (role) => {
    given(measure, []).when(DEFINE, by(role)).then(defined());
  });

  it('keeps the words of its rule of eligibility apart, and its texts on one line', () => {
    const definition = { ...VISITED, title: ' % of CIN  children visited', eligibility: 'open-four-weeks' };
    given(measure, [])
      .when({ ...DEFINE, ref: ' 3.3', definition, eligibility: 'Open for four weeks.' }, analyst)
      .then({
        ...(defined({ eligibility: 'open-four-weeks' }) as Extract<MeasureEvent, { type: 'MeasureDefined' }>),
        narrative: { eligibility: 'Open for four weeks.' },
      });
  });

  it.each<[string, Partial<DefineMeasure>]>([
    ['already-defined', {}],
    ['ref-missing', { ref: ' ' }],
    ['code-malformed', { code: 'CIN visited' }],
    ['code-malformed', { definition: { ...VISITED, eligibility: 'Open for four weeks' } }],
    ['title-missing', { definition: { ...VISITED, title: ' ' } }],
    ['section-missing', { definition: { ...VISITED, section: '' } }],
    ['decimals-invalid', { definition: { ...VISITED, decimals: 5 } }],
    ['decimals-invalid', { definition: { ...VISITED, decimals: 0.5 } }],
  ])('is refused with %s', (code, changed) => {
    given(measure, code === 'already-defined' ? [defined()] : [])
      .when({ ...DEFINE, ...changed }, analyst)
      .thenRefused(code);
  });

  it('anew makes a definition of its own, which has no targets and no figures yet', () => {
    const definition = { ...VISITED, title: 'Visited within six weeks' };
    const redefined: MeasureEvent = {
      type: 'MeasureRedefined',
      facts: { version: 2, definition, reasonCode: 'guidance-changed', by: 'ann' },
      narrative: { reason: 'Six weeks now.' },
    };
    given(measure, [defined(), set(), reported()])
      .when(
        { type: 'RedefineMeasure', definition, reasonCode: 'guidance-changed', reason: 'Six weeks now.' },
        analyst,
      )
      .then(redefined);
    given(measure, [defined(), set(), reported(), redefined])
      .when(REPORT, analyst)
      .then(reported({ definition: 2 }));
    given(measure, [defined(), redefined])
      .when({ type: 'RedefineMeasure', definition, reasonCode: 'again' }, analyst)
      .thenRefused('same-definition');
  });
});

describe('targets', () => {
  it('are written as numbers, whichever way they are handed in', () => {
    given(measure, [defined()])
      .when({ ...SET, minimum: '85%', upper: '90.0 %' }, analyst)
      .then(set({ upper: '90.0' }));
  });

  it('that hold for the latest figure are what it is held against at once', () => {
    given(measure, [defined(), reported()]).when(SET, analyst).then(set(), breached(), requested());
    given(measure, [defined(), reported()])
      .when({ ...SET, from: '2023-04-01' }, analyst)
      .then(set({ from: '2023-04-01' }));
  });

  it('are done away with from a day on, and figures of that day are held against none', () => {
    const gone = set({ version: 2, from: '2023-03-01', minimum: null, upper: null });
    given(measure, [defined(), set()])
      .when({ ...SET, from: '2023-03-01', minimum: null, upper: null }, analyst)
      .then(gone);
    given(measure, [defined(), set(), gone]).when(REPORT, analyst).then(reported());
  });

  it('of one day are those that were set last, and those of a later day do not reach back', () => {
    const mistyped = set({ minimum: '58', upper: '60' });
    const right = set({ version: 2 });
    const later = set({ version: 3, from: '2023-04-01', minimum: '50', upper: '60' });
    given(measure, [defined(), mistyped, right, later])
      .when(REPORT, analyst)
      .then(reported(), breached({ targets: 2 }), requested());
  });

  it.each<[string, Partial<SetTargets>, Partial<MeasureDefinition>]>([
    ['not-a-date', { from: '2023-02-29' }, {}],
    ['targets-incomplete', { minimum: null }, {}],
    ['targets-incomplete', { upper: null }, {}],
    ['targets-without-polarity', {}, { polarity: 'none' }],
    ['targets-contradict-polarity', { minimum: '90', upper: '85' }, {}],
    ['targets-contradict-polarity', {}, { polarity: 'lower-is-better' }],
    ['not-a-figure', { minimum: '-1' }, {}],
    ['not-a-figure', { minimum: '8e1' }, {}],
    ['not-a-figure', { upper: '90%' }, { unit: 'days' }],
    ['above-hundred', { upper: '100.1' }, {}],
  ])('are refused with %s (%j)', (code, changed, definition) => {
    given(measure, [defined(definition)])
      .when({ ...SET, ...changed }, analyst)
      .thenRefused(code);
  });
});

describe('reporting a figure', () => {
  it('that is red is a breach, and asks for a review', () => {
    given(measure, [defined(), set()]).when(REPORT, analyst).then(reported(), breached(), requested());
  });

  it.each<[string, number, number]>([
    ['meets the minimum just so', 85, 100],
    ['is between the two', 87, 100],
    ['meets the upper target', 90, 100],
  ])('that %s is no breach', (_, numerator, denominator) => {
    given(measure, [defined(), set()])
      .when({ ...REPORT, numerator, denominator, printed: null }, analyst)
      .then(reported({ numerator, denominator, printed: null }));
  });

  it('where lower is better is red above the minimum', () => {
    const definition = { polarity: 'lower-is-better' } as const;
    const targets = set({ minimum: '10', upper: '5' });
    const fraction = { numerator: 89, denominator: 301, printed: '29.6%' };
    given(measure, [defined(definition), targets])
      .when({ ...REPORT, ...fraction }, analyst)
      .then(reported(fraction), breached({ minimum: '10', value: '29.5681', gap: '19.5681' }), requested());
  });

  it('goes by what is printed only where there is no fraction, and says so', () => {
    const printed = { numerator: null, denominator: null, printed: '84.0%' };
    given(measure, [defined(), set()])
      .when({ ...REPORT, ...printed }, analyst)
      .then(
        reported({ ...printed, valueFrom: 'printed' }),
        breached({ value: '84.0000', gap: '1.0000' }),
        requested(),
      );
  });

  it.each<[string, readonly string[]]>([
    ['84.0%', []],
    ['84%', []],
    ['84.01', []],
    ['84.1%', ['printed-differs']],
    ['85%', ['printed-differs']],
    ['84.02%', ['printed-differs']],
  ])('of 620 of 738 that is printed as %s is taken, and flagged %j', (printed, flags) => {
    given(measure, [defined()])
      .when({ ...REPORT, printed }, analyst)
      .then(reported({ printed, flags: flags as MeasureReported['facts']['flags'] }));
  });

  it.each(['12%', '13%'])('that lies half way, 1 of 8, is rounded as its source rounds: %s', (printed) => {
    const half = { numerator: 1, denominator: 8, printed };
    given(measure, [defined()])
      .when({ ...REPORT, ...half }, analyst)
      .then(reported(half));
  });

  it('a second time needs a reason, and leaves the first on record', () => {
    const later = { ...REPORT, numerator: 621, reason: 'Counted again.' };
    given(measure, [defined(), reported()])
      .when(REPORT, analyst)
      .thenRefused('already-reported', { series: 'current', period: MARCH, same: true });
    given(measure, [defined(), reported()])
      .when(later, analyst)
      .thenRefused('already-reported', { series: 'current', period: MARCH, same: false });
    given(measure, [defined(), reported()])
      .when({ ...REPORT, reasonCode: 'recount' }, analyst)
      .thenRefused('nothing-to-correct');
    given(measure, [defined(), reported()])
      .when({ ...later, reasonCode: 'recount' }, analyst)
      .then(
        reported({ numerator: 621, flags: ['printed-differs'], correction: 'recount' }, 'Counted again.'),
      );
  });

  it('asks for no second review before one was held, nor for one of a figure that is not the latest', () => {
    const april = { from: '2023-04-15', to: '2023-04-15' };
    given(measure, [defined(), set(), reported(), breached(), requested()])
      .when({ ...REPORT, period: april }, analyst)
      .then(reported({ period: april }), breached({ period: april }));
    const february = { from: '2023-02-28', to: '2023-02-28' };
    given(measure, [defined(), reported(), set({ from: '2022-04-01' })])
      .when({ ...REPORT, period: february }, analyst)
      .then(reported({ period: february }), breached({ period: february }));
  });

  it("keeps the year to date and the month's own value apart", () => {
    const month = { series: 'month', period: { from: '2023-03-01', to: '2023-03-31' } } as const;
    given(measure, [defined({ basis: 'year-to-date' }), reported()])
      .when({ ...REPORT, ...month }, analyst)
      .then(reported(month));
    given(measure, [defined()])
      .when({ ...REPORT, ...month }, analyst)
      .thenRefused('series-not-of-basis');
  });

  it.each<[string, Partial<ReportMeasure>]>([
    ['unknown-version', { definition: 2 }],
    ['not-a-date', { period: { from: '2023-02-29', to: '2023-03-31' } }],
    ['ends-before-start', { period: { from: '2023-03-31', to: '2023-03-01' } }],
    ['in-the-future', { period: { from: '2023-04-01', to: '2023-04-30' } }],
    ['figure-missing', { numerator: null, denominator: null, printed: null }],
    ['fraction-incomplete', { denominator: null }],
    ['fraction-incomplete', { numerator: null }],
    ['not-a-whole-number', { numerator: 1.5 }],
    ['not-a-whole-number', { numerator: -1 }],
    ['not-a-whole-number', { numerator: Number.NaN }],
    ['not-a-whole-number', { denominator: 1e300 }],
    ['denominator-zero', { numerator: 0, denominator: 0 }],
    ['numerator-above-denominator', { numerator: 739 }],
    ['not-a-figure', { printed: 'n/a' }],
    ['not-a-figure', { previousYear: '-3%' }],
    ['not-a-figure', { benchmarks: [{ of: 'national', value: 'high' }] }],
    ['above-hundred', { printed: '101%' }],
    ['code-malformed', { reasonCode: 'They miscounted.' }],
    ['source-invalid', { source: { file: null, row: 0 } }],
    ['source-invalid', { source: { file: 'march.csv', row: 1 } }],
    [
      'benchmark-twice',
      {
        benchmarks: [
          { of: 'region', value: '1%' },
          { of: 'region', value: '2%' },
        ],
      },
    ],
  ])('is refused with %s (%j)', (code, changed) => {
    given(measure, [defined()])
      .when({ ...REPORT, ...changed }, analyst)
      .thenRefused(code);
  });
});

describe('asking for a review by hand', () => {
  const ask: MeasureCommand = { type: 'RequestReview', period: MARCH, why: 'falling-for-months' };

  it.each<Role>(['qa-lead', 'analyst', 'administrator', 'service-leader'])('is for the role %s', (role) => {
    given(measure, [defined()]).when(ask, by(role)).then(requested('falling-for-months'));
  });

  it.each<[string, Partial<typeof ask>, readonly MeasureEvent[]]>([
    ['review-already-requested', {}, [requested()]],
    ['code-malformed', { why: 'Falling.' }, []],
    ['in-the-future', { period: { from: '2023-04-21', to: '2023-04-21' } }, []],
  ])('is refused with %s', (code, changed, more) => {
    given(measure, [defined(), ...more])
      .when({ ...ask, ...changed }, analyst)
      .thenRefused(code);
  });
});

describe('a measure', () => {
  const commands: readonly MeasureCommand[] = [
    { type: 'RedefineMeasure', definition: VISITED, reasonCode: 'a' },
    SET,
    REPORT,
    { type: 'RequestReview', period: MARCH, why: 'a' },
  ];

  it.each(commands)('that is not defined takes nothing: $type', (command) => {
    given(measure, []).when(command, analyst).thenRefused('not-found');
  });

  it.each([DEFINE, ...commands])('is not for people who only read it: $type', (command) => {
    given(measure, []).when(command, by('board-viewer', 'auditor')).thenRefused('not-permitted');
  });

  it('has no events before the one that defines it', () => {
    expect(() => measure.evolve(measure.initialState, set())).toThrow('TargetsSet before any measure');
  });
});
