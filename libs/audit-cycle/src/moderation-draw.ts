/**
 * The random choice of audits for moderation (rule 5). A cycle's secret is known to nobody until the cycle closes; its digest is
 * published when the cycle opens. So nobody can know beforehand which audits are chosen, and afterwards anybody can repeat it.
 */

/** What is hashed for one audit: the SHA-256 of this text is its draw. */
export const moderationDrawText = (secret: string, audit: string): string => `${secret}|${audit}`;

/** The first 13 hexadecimal digits are 52 bits: a number between 0 and 1 that a double holds exactly. */
const DIGITS = 13;
const RANGE = 2 ** (4 * DIGITS);

/** Whether the draw of an audit, a SHA-256 in hexadecimal, falls into the share that is moderated, percent. */
export const isDrawnForModeration = (randomDraw: string, sharePercent: number): boolean => {
  if (!/^[0-9a-f]{64}$/.test(randomDraw)) throw new RangeError('A draw is a SHA-256 in hexadecimal');
  return Number.parseInt(randomDraw.slice(0, DIGITS), 16) / RANGE < sharePercent / 100;
};
