/** When the rebuild of a view had come how far. */
export interface Mark {
  /** Events of the log that the rows tell of. */
  readonly position: number;
  readonly seconds: number;
}

export interface RebuildFigures {
  /** Events of the log per second, by tenth of the log, with the time of all views together. */
  readonly ratesByTenth: readonly number[];
  readonly peakRssMegabytes: number;
}

/** Every view's marks begin at position 0; a view that looked no further than its last mark was level there. */
export function ratesByTenth(marksOfViews: readonly (readonly Mark[])[], events: number): readonly number[] {
  const tenth = events / 10;
  return Array.from({ length: 10 }, (_, n) => {
    const seconds = marksOfViews.map(
      (marks) => secondsAt(marks, (n + 1) * tenth) - secondsAt(marks, n * tenth),
    );
    return tenth / seconds.reduce((sum, one) => sum + one, 0);
  });
}

/** The moment at which a position was reached: on the line between the marks around it. */
function secondsAt(marks: readonly Mark[], position: number): number {
  const next = marks.findIndex((mark) => mark.position >= position);
  const after = marks[next] ?? marks.at(-1)!;
  const before = marks[next - 1];
  if (before === undefined || next === -1) return after.seconds;
  const share = (position - before.position) / (after.position - before.position);
  return before.seconds + share * (after.seconds - before.seconds);
}

/** How the rate of the last tenth compares with that of the first: 1 is flat. */
export const lastToFirst = ({ ratesByTenth: rates }: RebuildFigures): number => rates.at(-1)! / rates[0]!;
