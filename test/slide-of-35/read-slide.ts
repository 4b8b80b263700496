type Row = readonly [grade: string, n: number, percentOfAll: number, percentOfGraded: number | null];

/** A grading distribution in one form, whichever way it was asked for. */
export interface Slide {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly graded: number;
  readonly goodOrBetter: {
    readonly n: number;
    readonly of: number;
    readonly percent: number;
    readonly interval95: readonly number[];
    readonly boundsOfAll: readonly number[];
  };
}

/** As programs are answered, among other things. */
export interface SlideInJson {
  readonly total: number;
  readonly graded: number;
  readonly rows: readonly {
    readonly grade: string;
    readonly n: number;
    readonly percentOfAll: number;
    readonly percentOfGraded: number | null;
  }[];
  readonly goodOrBetter: Slide['goodOrBetter'];
}

export const slideInJson = ({ total, graded, rows, goodOrBetter }: SlideInJson): Slide => ({
  rows: rows.map(({ grade, n, percentOfAll, percentOfGraded }) => [grade, n, percentOfAll, percentOfGraded]),
  ...{ total, graded, goodOrBetter },
});

/** Without the cells that say of which cycle and stage a line is, all of which are the same. */
export function slideInCsv(csv: string): Slide {
  const lines = csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',').slice(3, 12));
  const line = (counted: string): readonly (string | undefined)[] =>
    lines.find(([first]) => first === counted) ?? [];
  const [, n, of, , percent, ...interval] = line('good-or-better');
  return {
    rows: lines
      .slice(0, 5)
      .map(([grade, count, , ofAll, ofGraded]) => [
        ...([grade!, Number(count), Number(ofAll)] as const),
        ofGraded === '' ? null : Number(ofGraded),
      ]),
    total: Number(line('total')[1]),
    graded: Number(line('graded')[1]),
    goodOrBetter: {
      ...{ n: Number(n), of: Number(of), percent: Number(percent) },
      interval95: interval.slice(0, 2).map(Number),
      boundsOfAll: interval.slice(2, 4).map(Number),
    },
  };
}

const CODES: Readonly<Record<string, string>> = {
  Outstanding: 'outstanding',
  Good: 'good',
  'Requires improvement to be good': 'requires-improvement',
  Inadequate: 'inadequate',
  'No grade recorded': 'no-grade-recorded',
};

/** As somebody reads it: the table, and the sentences below it. */
export function slideOnPage(html: string): Slide {
  const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const rows = Object.entries(CODES).map(([label, grade]): Row => {
    const [, n, ofAll, ofGraded] = new RegExp(` ${label} (\\d+) (\\d+) (\\d+|–) `).exec(text)!;
    return [grade, Number(n), Number(ofAll), ofGraded === '–' ? null : Number(ofGraded)];
  });
  const [, all, graded] = /Final grades of (\d+) audits, (\d+) of them graded/.exec(text)!;
  const [, n, of, ...about] =
    /Good or better: (\d+) of (\d+) graded, ([\d.]+)% \(95% interval ([\d.]+)% to ([\d.]+)%/.exec(text)!;
  const [percent, ...interval95] = about.map(Number);
  const bounds = /Of all \d+, between ([\d.]+)% and ([\d.]+)%/.exec(text)!;
  return {
    ...{ rows, total: Number(all), graded: Number(graded) },
    goodOrBetter: {
      ...{ n: Number(n), of: Number(of), percent: percent! },
      ...{ interval95, boundsOfAll: bounds.slice(1).map(Number) },
    },
  };
}
