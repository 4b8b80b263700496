const HOUR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The hour of the day in London, 0 to 23. */
export const londonHour = (moment: Date): number => Number(HOUR.format(moment));
