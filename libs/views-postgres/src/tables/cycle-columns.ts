import { date, integer, json, optional, text, yesOrNo } from './columns.js';

/** What every view knows of a cycle. */
export const cycleColumns = {
  title: text,
  kind: text,
  status: text,
  periodFrom: date,
  periodTo: date,
  scale: text,
};

/** A cycle as the figures know it that add up its cases. */
export const figuredCycleColumns = {
  ...cycleColumns,
  tool: text,
  toolVersion: integer,
  randomSharePercent: integer,
  areas: json,
  fewest: json,
  dueSoonWorkingDays: integer,
  workingDays: json,
  feedbackRequired: yesOrNo,
  withoutGrade: json,
  findings: optional(json),
};
