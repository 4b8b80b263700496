import type { Checked, Difference, WorkedValue } from '#assurance-statistics';

/**
 * One worked value and what became of it, as lines for a person: both values in full, then each place that differs. No text of the file
 * can make a line of its own or speak to the terminal.
 */
export const checkedInWords = (asked: WorkedValue, checked: Checked): readonly string[] =>
  inWords(asked, checked).map((line) => line.replace(UNSEEN, escaped));

const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;
const escaped = (unseen: string): string => `\\u${unseen.charCodeAt(0).toString(16).padStart(4, '0')}`;

function inWords(asked: WorkedValue, checked: Checked): readonly string[] {
  const { id, statistic, expected } = asked;
  switch (checked.outcome) {
    case 'unknown-statistic':
      return [`unknown  ${id}: there is no statistic "${statistic}"`];
    case 'not-understood':
      return [`not understood  ${id} (${statistic}): ${checked.says}`];
    case 'pass':
    case 'fail': {
      const compared = Object.keys(expected).map((name) => [name, checked.answer[name]]);
      return [
        `${checked.outcome}  ${id} (${statistic})`,
        `  expected  ${JSON.stringify(expected)}`,
        `  computed  ${JSON.stringify(Object.fromEntries(compared))}`,
        ...(checked.outcome === 'fail' ? checked.differences.map((one) => off(one, asked.tolerance)) : []),
      ];
    }
  }
}

function off({ place, expected, actual }: Difference, tolerance: number): string {
  const apart =
    typeof expected === 'number' && typeof actual === 'number'
      ? `, ${Math.abs(actual - expected)} apart with a tolerance of ${tolerance}`
      : '';
  const computed = actual === undefined ? 'nothing' : JSON.stringify(actual);
  return `  ${place}: expected ${JSON.stringify(expected)}, computed ${computed}${apart}`;
}
