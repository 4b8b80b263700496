import { auditPlaces } from '../audit-place.js';
import { cycleSummaries } from '../cycle-summary.js';
import type { View } from '../view.js';
import { roundRows } from './round-row.js';

/** The audits that rounds draw from. */
export const sampledAudits = auditPlaces('external_audit');
/** The cycles of these audits. */
export const sampledCycles = cycleSummaries('external_cycle');

export const externalReliabilityView: View = {
  name: 'external-reliability',
  version: 1,
  tables: [roundRows, sampledAudits, sampledCycles],
};
