const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const ONE_DECIMAL = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A count or a median, thousands apart: 2,503 or 9.5. */
export const writtenNumber = (number: number): string => NUMBER.format(number);

/** A percentage with one decimal, also where that is a nought: 80.0%. */
export const oneDecimalPercent = (percent: number): string => `${ONE_DECIMAL.format(percent)}%`;

/** `1 action`, `2,503 actions`. */
export const counted = (n: number, one: string, several: string): string =>
  `${writtenNumber(n)} ${n === 1 ? one : several}`;
