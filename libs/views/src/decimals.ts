/** A coefficient or a mean as figures print it. */
export const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

/** The same where the third decimal is still told apart. */
export const threeDecimals = (value: number): number => Math.round(value * 1000) / 1000;
