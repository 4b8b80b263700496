import { limits, type Limits } from '#spreadsheet';

const MB = 1024 * 1024;

/** A scorecard is a page or ten; the figures are ours, with room to spare. */
export const scorecardLimits: Limits = {
  ...limits,
  fileBytes: 10 * MB,
  inflatedBytes: 50 * MB,
  partBytes: 10 * MB,
  rows: 5000,
};
