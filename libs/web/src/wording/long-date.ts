import type { IsoDate } from '#audit-cycle';

const LONG = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2026-06-16` as people write it: 16 June 2026. */
export const longDate = (date: IsoDate): string => LONG.format(new Date(`${date}T00:00:00Z`));
