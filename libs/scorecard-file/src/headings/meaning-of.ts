import { refuse } from '../refusal.js';
import type { Meaning } from './column.js';
import { HEADINGS, headingKey, knownHeading } from './known-headings.js';
import { financialYearOf, monthOf } from './time-heading.js';

/** What a person has decided about headings: by key of the heading as written. */
export type HeadingDecisions = ReadonlyMap<string, Meaning>;

/** Refuses with `heading-decision-unknown` a decision for something that no column can be. */
export function decided(headings: Readonly<Record<string, string>>): HeadingDecisions {
  return new Map(
    Object.entries(headings).map(([written, meant]) => {
      const meaning = knownMeaning(meant);
      if (meaning === null) {
        refuse(
          'heading-decision-unknown',
          `A column cannot be "${meant.slice(0, 60)}". Choose ${HEADINGS.join(', ')}, a month as YYYY-MM, or a financial year as YYYY-YY.`,
        );
      }
      return [headingKey(written), meaning];
    }),
  );
}

/** What a heading means; a person's decision goes first. */
export const meaningOf = (written: string, decisions: HeadingDecisions): Meaning | null =>
  decisions.get(headingKey(written)) ?? knownMeaning(written);

function knownMeaning(written: string): Meaning | null {
  const heading = knownHeading(written);
  if (heading !== null) return { kind: 'heading', heading };
  const month =
    /^20\d\d-(0[1-9]|1[0-2])$/.test(written) && financialYearOf(written) === null
      ? written
      : monthOf(written);
  if (month !== null) return { kind: 'month', month };
  const year = financialYearOf(written);
  return year === null ? null : { kind: 'year', year };
}
