import type { AggregateTypes, Measure } from '#audit-cycle';
import { CALIBRATION_SESSION_OFFERS } from './offers/calibration-session.js';
import { CASE_AUDIT_OFFERS } from './offers/case-audit.js';
import { CYCLE_OFFERS } from './offers/cycle.js';
import { ESCALATION_OFFERS } from './offers/escalation.js';
import { IMPROVEMENT_ACTION_OFFERS } from './offers/improvement-action.js';
import { MEASURE_OFFERS } from './offers/measure.js';
import type { Offers } from './offers/offer.js';
import { PERSON_OFFERS } from './offers/person.js';
import { RE_AUDIT_OFFERS } from './offers/re-audit.js';
import { REVIEW_ROUND_OFFERS } from './offers/review-round.js';

/** The aggregates that the model drives, and how often it turns to each, of a hundred times. */
export const HOW_OFTEN = {
  'case-audit': 40,
  'improvement-action': 16,
  'review-round': 9,
  're-audit': 8,
  escalation: 7,
  'calibration-session': 5,
  cycle: 7,
  person: 4,
  measure: 4,
} as const;
export type ModelKind = keyof typeof HOW_OFTEN;
export const MODEL_KINDS = Object.keys(HOW_OFTEN) as readonly ModelKind[];

export const OFFERS: { readonly [K in ModelKind]: Offers<K> } = {
  'case-audit': CASE_AUDIT_OFFERS,
  'improvement-action': IMPROVEMENT_ACTION_OFFERS,
  'review-round': REVIEW_ROUND_OFFERS,
  're-audit': RE_AUDIT_OFFERS,
  escalation: ESCALATION_OFFERS,
  'calibration-session': CALIBRATION_SESSION_OFFERS,
  cycle: CYCLE_OFFERS,
  person: PERSON_OFFERS,
  measure: MEASURE_OFFERS,
};

export const commandsOf = (kind: ModelKind): readonly string[] => Object.keys(OFFERS[kind]);

/** At which step of its way a stream is; people have no status of their own, and a measure that is defined has three. */
export function statusOf(state: AggregateTypes[ModelKind]['state']): string {
  if ('status' in state) return state.status === 'defined' ? stepOf(state) : state.status;
  if (state.joined === null) return 'nobody';
  return state.left === null ? 'here' : 'left';
}

const stepOf = ({ reviewRequested, figures }: Measure): string => {
  if (reviewRequested !== null) return 'review-requested';
  return figures.size === 0 ? 'defined' : 'reported';
};
