import { roundRows, sampledAudits, sampledCycles } from '#views';
import { date, double, integer, json, optional, text } from './columns.js';
import { figuredCycleColumns } from './cycle-columns.js';
import { versionsIn, type ViewTable } from './view-table.js';

export const placeColumns = { cycle: text, child: text, cohort: text, team: optional(text) };

/** The tables of the view `external-reliability`. */
export const externalReliabilityTables: readonly ViewTable[] = [
  versionsIn(roundRows, {
    status: text,
    halfYearFrom: date,
    halfYearTo: date,
    frameAudits: integer,
    sampleSize: integer,
    halfWidthPoints: double,
    atPercent: double,
    rule: json,
    replaces: optional(text),
    cases: json,
    conclusion: optional(json),
  }),
  versionsIn(sampledAudits, placeColumns),
  versionsIn(sampledCycles, figuredCycleColumns),
];
