import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { measureId } from '#authority-setup';
import { ragOf, targetsOn, valueOf, type Figure, type Measure } from '#audit-cycle';
import { csvOf, publishedTable, SCORECARD_2023_03, YEARS_2024_03 } from '#scorecard-file/testing';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { CaptureApp, form, type Answered } from '../../testing/capture-app.js';

const { lead, anna } = PEOPLE;
const ON = '2023-03-31';
let app: CaptureApp;

beforeAll(async () => {
  app = await CaptureApp.begin();
});
afterAll(() => app.end());

const imports = (
  file: Uint8Array,
  fields: Readonly<Record<string, string>> = { on: ON },
  fileName = 'scorecard.csv',
  person: string = lead,
): Promise<Answered> => {
  const { body, headers } = form(file, fields, fileName);
  return app.post(person, '/v1/scorecard/imports', body, headers);
};
const rowsOf = ({ body }: Answered): readonly Record<string, unknown>[] => body['rows'] as never;
const became = (answer: Answered): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(rowsOf(answer), (row) => String(row['became']))].map(([key, rows]) => [key, rows.length]),
  );
const measure = async (ref: string | null, code = ''): Promise<Measure> => {
  const { authority, gateway } = app.work;
  const id = measureId(authority, { ref, code });
  const { state } = await gateway.lookups.streams.load(authority, 'measure', id);
  if (state.status !== 'defined') throw new Error(`${ref ?? code} is not defined`);
  return state;
};
const figure = ({ figures }: Measure, place: string): Figure => figures.get(place) as Figure;
const ragOn = async (ref: string): Promise<string> => {
  const state = await measure(ref);
  const definition = state.definitions[0]!;
  const targets = targetsOn(state.targets, 1, ON)!;
  const known = valueOf(figure(state, `1 current ${ON}`), definition.unit)!;
  return ragOf(known.value, targets, definition.polarity as 'higher-is-better');
};

describe('The scorecard of March 2023', () => {
  it('is looked at first, recorded whole, and sent again it changes nothing', async () => {
    const file = await publishedTable(SCORECARD_2023_03);
    const before = await app.head();
    const looked = await imports(file, { on: ON, dryRun: 'true' }, SCORECARD_2023_03);
    expect([looked.status, looked.body['recorded'], became(looked)]).toEqual([200, false, { defined: 17 }]);
    expect(await app.head()).toBe(before);

    const done = await imports(file, { on: ON }, SCORECARD_2023_03);
    expect([done.body['recorded'], became(done)]).toEqual([true, { defined: 17 }]);
    expect(rowsOf(done)).toEqual(rowsOf(looked));
    expect(done.body.position).toBe(String(await app.head()));

    const head = await app.head();
    const again = await imports(file, { on: ON }, SCORECARD_2023_03);
    expect([again.body['recorded'], became(again)]).toEqual([false, { unchanged: 17 }]);
    expect(await app.head()).toBe(head);
  });

  it('is 6 green, 4 amber and 4 red of 14, with the year to date and the month of March apart', async () => {
    await imports(await publishedTable(SCORECARD_2023_03), { on: ON }, SCORECARD_2023_03);
    const refs = [
      '1.1',
      '2.1',
      '2.10a',
      '3.1',
      '3.3',
      '4.7.2',
      '5.10',
      '5.11',
      '3.2',
      '4.8',
      '5.18',
      '6.1',
      '6.2',
      '6.3',
    ];
    const rags = await Promise.all(refs.map(ragOn));
    const count = (rag: string): number => rags.filter((one) => one === rag).length;
    expect([count('green'), count('amber'), count('red')]).toEqual([6, 4, 4]);

    const contacts = await measure('2.1');
    expect(figure(contacts, `1 current ${ON}`)).toMatchObject({
      ...{ numerator: 15_595, denominator: 15_860, printed: '98.3%', previousYear: '93.6%' },
      period: { from: '2022-04-01', to: ON },
    });
    expect(figure(contacts, `1 month ${ON}`)).toMatchObject({
      ...{ numerator: null, printed: '97.3%', period: { from: '2023-03-01', to: ON } },
    });
    const visits = await measure('3.3');
    expect([...visits.figures.keys()].every((place) => place.startsWith('1 current'))).toBe(true);
    expect(visits.figures.size).toBe(6);
    expect(visits.reviewRequested).toEqual({ period: { from: ON, to: ON }, why: 'threshold-breached' });
    // Red in a month that is over asks for no review.
    expect((await measure('4.7.2')).reviewRequested).toBeNull();
  });
});

describe('The yearly measures up to March 2024', () => {
  it('are recorded whole: 37 measures without targets, four years each', async () => {
    const file = await publishedTable(YEARS_2024_03);
    const done = await imports(file, { on: '2024-03-31' }, YEARS_2024_03);
    expect(became(done)).toEqual({ defined: 37 });
    expect(rowsOf(done).every((row) => row['figuresReported'] === 4 && row['targetsSet'] === false)).toBe(
      true,
    );
    const state = await measure(null, 'number-of-children-looked-after');
    expect(state.figures.size).toBe(4);
  });
});

describe('An import', () => {
  const HEADINGS = ['Ref', 'Measure', 'Period', 'Current', 'Min target', 'Upper target'];
  /** Two measures of their own for each test. */
  const table = (of: string, current = '84%', least = '85%', best = '90%'): Uint8Array =>
    csvOf(
      HEADINGS,
      [`${of}.1`, '% seen', 'Snapshot', current, least, best],
      [`${of}.2`, '% heard', 'YTD', '96%', '', ''],
    );

  it('that was cut off is finished by sending the file again', async () => {
    const { gateway } = app.work;
    const execute = gateway.execute.bind(gateway);
    let left = 4;
    gateway.execute = (envelope) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('the database went away')) : execute(envelope);
    };
    expect((await imports(table('cut'))).status).toBe(500);
    gateway.execute = execute;
    const done = await imports(table('cut'));
    expect(rowsOf(done)).toMatchObject([
      { became: 'unchanged', figuresAlreadyReported: 1 },
      { became: 'reported', figuresReported: 1 },
    ]);
  });

  it('of another figure for the same day needs a reason, and leaves nothing of the row without one', async () => {
    await imports(table('other'));
    const refused = await imports(table('other', '86%', '80%', '95%'));
    expect(rowsOf(refused)[0]).toMatchObject({
      ...{ became: 'refused', targetsSet: false, refusals: [{ code: 'already-reported' }] },
    });
    expect((await measure('other.1')).targets).toHaveLength(1);
    const corrected = await imports(table('other', '86%', '80%', '95%'), {
      on: ON,
      reasonCode: 'late-entry',
    });
    expect(rowsOf(corrected)[0]).toMatchObject({ became: 'reported', targetsSet: true, figuresReported: 1 });
    const { targets, figures } = await measure('other.1');
    expect(targets.map(({ from }) => from)).toEqual(['2022-04-01', ON]);
    expect(figures.get(`1 current ${ON}`)).toMatchObject({ printed: '86%', correction: 'late-entry' });
  });

  it('with a red month that is over, and was put right since, asks for no review', async () => {
    const headings = [
      'Ref',
      'Measure',
      'Period',
      'Current',
      'Min target',
      'Upper target',
      'Jan 23',
      'Feb 23',
    ];
    await imports(csvOf(headings, ['over.1', '% seen', 'YTD', '93%', '85%', '90%', '80%', '95%']));
    const { reviewRequested, figures } = await measure('over.1');
    expect([reviewRequested, figures.size]).toEqual([null, 3]);
  });

  it('of a measure that is defined otherwise is refused for that row', async () => {
    await imports(table('defined'));
    const other = csvOf(HEADINGS, ['defined.1', '% seen', 'YTD', '84%', '85%', '90%']);
    expect(rowsOf(await imports(other))).toMatchObject([
      { became: 'refused', refusals: [{ code: 'defined-otherwise' }] },
    ]);
  });

  it.each<[string, Uint8Array, Record<string, string>, number, string]>([
    ['no file', new Uint8Array(), { on: ON }, 422, 'file-empty'],
    ['a day that is none', table('never'), { on: '31.3.2023' }, 400, 'invalid-input'],
    ['a day to come', table('never'), { on: '2099-03-31' }, 200, ''],
    ['headings that are none', csvOf(['a', 'b'], [1, 2]), { on: ON }, 422, 'headings-not-found'],
    ['a reason without a code', table('never'), { on: ON, reason: 'late' }, 400, 'invalid-input'],
    [
      'a decision for nothing',
      table('never'),
      { on: ON, headings: '{"a":"b"}' },
      422,
      'heading-decision-unknown',
    ],
  ])('with %s is answered with what to do', async (_, file, fields, status, code) => {
    const answer = await imports(file, fields);
    expect([answer.status, answer.body.code ?? '']).toEqual([status, code]);
    if (status === 200) expect(became(answer)).toEqual({ refused: 2 });
  });

  describe('of rows that cannot be right', () => {
    interface Line {
      readonly code: string;
      readonly row: number;
      readonly column: string | null;
      readonly message: string;
    }
    const reportOf = ({ body }: Answered): { excluded: Line[]; warnings: Line[]; reconciliation: string } =>
      body['report'] as never;
    const FRACTIONS = ['Ref', 'Measure', 'Period', 'Numerator', 'Denominator', 'Current'];

    it('leaves out what is of nobody, or is more than all, and says row, column and what to do', async () => {
      const head = await app.head();
      const answer = await imports(
        csvOf(
          FRACTIONS,
          ['odd.1', '% seen', 'Snapshot', 0, 0, '0%'],
          ['odd.2', '% heard', 'Snapshot', 12, 10, '99%'],
        ),
      );
      const { excluded, reconciliation } = reportOf(answer);
      expect(excluded.map(({ code, row, column }) => [code, row, column])).toEqual([
        ['denominator-zero', 2, 'E'],
        ['numerator-above-denominator', 3, 'D'],
      ]);
      for (const { message } of excluded) expect(message).toMatch(/[a-z]{3} .*[.]$/);
      expect(reconciliation).toBe('2 rows read = 0 used + 2 excluded.');
      expect([answer.status, rowsOf(answer), await app.head()]).toEqual([200, [], head]);
    });

    it('takes a numerator that is larger where it is no part of its denominator: a number and days', async () => {
      const answer = await imports(
        csvOf(
          [...FRACTIONS, 'Unit'],
          ['more.1', 'Cases of each worker', 'Snapshot', 33, 2, '16.5', 'number'],
          ['more.2', 'Days until adoption', 'Rolling Year', 4_000, 10, '400', 'days'],
        ),
      );
      expect([reportOf(answer).excluded, became(answer)]).toEqual([[], { defined: 2 }]);
      expect(figure(await measure('more.1'), `1 current ${ON}`)).toMatchObject({
        ...{ numerator: 33, denominator: 2, flags: [] },
      });
    });

    it('tells where figures of one row are printed more exactly than others, and keeps each as it is printed', async () => {
      const answer = await imports(
        csvOf(
          ['Ref', 'Measure', 'Period', 'Current', 'Previous year', 'Feb 23'],
          ['mixed.1', '% seen', 'YTD', '84.0%', '81%', '83.4%'],
        ),
      );
      expect(reportOf(answer).warnings.map(({ code, row }) => [code, row])).toEqual([['mixed-precision', 2]]);
      expect(reportOf(answer).warnings[0]!.message).toContain('Previous year');
      const { figures } = await measure('mixed.1');
      expect(figures.get(`1 current ${ON}`)).toMatchObject({ printed: '84.0%', previousYear: '81%' });
      expect(figures.get('1 month 2023-02-28')).toMatchObject({ printed: '83.4%' });
    });

    it('reads headings that are split over lines, in one cell and over two rows, as the same headings', async () => {
      const inCell = Buffer.from(
        'Ref,Measure,Period,"Current\r\nfigure","Min\ntarget","Upper\ntarget"\r\nsplit.1,"% seen\nin time",Snapshot,84.0%,85%,90%\r\n',
      );
      const overRows = csvOf(
        ['', '', '', '', 'Target', ''],
        ['Ref', 'Measure', 'Period', 'Current', 'Min', 'Upper'],
        ['split.2', '% heard', 'Snapshot', '84.0%', '85%', '90%'],
      );
      for (const [file, ref, title] of [
        [new Uint8Array(inCell), 'split.1', '% seen in time'],
        [overRows, 'split.2', '% heard'],
      ] as const) {
        expect(became(await imports(file))).toEqual({ defined: 1 });
        const { definitions, targets, reviewRequested } = await measure(ref);
        expect(definitions[0]!.title).toBe(title);
        expect([targets[0], reviewRequested]).toMatchObject([
          { minimum: '85', upper: '90' },
          { why: 'threshold-breached' },
        ]);
      }
    });

    it('asks about a heading of which half is missing, and records nothing', async () => {
      const head = await app.head();
      const answer = await imports(
        csvOf(['Ref', 'Measure', 'Period', 'Cur'], ['half.1', '% seen', 'YTD', '84%']),
      );
      expect([answer.status, answer.body.code, await app.head()]).toEqual([422, 'headings-not-found', head]);
      expect(answer.body['detail']).toContain('Name the columns so, or say what their headings mean.');
    });
  });

  it('is for those who keep the measures', async () => {
    expect((await imports(table('never'), { on: ON }, 'scorecard.csv', anna)).status).toBe(403);
  });
});
