import { headingKey } from './known-headings.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMES =
  /^(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** A month of a year as YYYY-MM: `oct22`, `Oct-22`, `October 2022`, `2022 Oct`, or a date of it. Null for anything else, a month without a year among it. */
export function monthOf(written: string): string | null {
  const date = /^(20\d\d)-(\d\d)-\d\d$/.exec(written.trim());
  if (date) return `${date[1]}-${date[2]}`;
  const words = headingKey(written)
    .replace(/([a-z])(?=\d)|(\d)(?=[a-z])/g, '$1$2 ')
    .split(' ');
  if (words.length !== 2) return null;
  const name = words.find((word) => NAMES.test(word));
  const year = words.find((word) => /^(20)?\d\d$/.test(word));
  if (name === undefined || year === undefined) return null;
  const number = MONTHS.indexOf(name.slice(0, 3)) + 1;
  return `20${year.slice(-2)}-${String(number).padStart(2, '0')}`;
}

/** A financial year as YYYY-YY: `y2020_21`, `2020/21`, `2020-2021`. Null for anything else, years that do not follow each other among it. */
export function financialYearOf(written: string): string | null {
  const [, first, second] = /^y?(20\d\d) (?:20)?(\d\d)$/.exec(headingKey(written)) ?? [];
  if (first === undefined || second === undefined) return null;
  return (Number(first) + 1) % 100 === Number(second) ? `${first}-${second}` : null;
}

/** 31 March in which a financial year, as YYYY-YY, ends. */
export const lastDayOf = (financialYear: string): string => `${Number(financialYear.slice(0, 4)) + 1}-03-31`;

/** The financial year of a day, as YYYY-YY: in England it begins on 1 April. */
export function financialYearAt(day: string): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}
