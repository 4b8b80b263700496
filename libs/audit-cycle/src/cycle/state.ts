import type { Policy } from '../policy/policy.js';
import type { Cohort } from '../vocabulary/cohort.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { GradeScale } from '../vocabulary/grade.js';
import type { AuditId, PersonId, Sha256, ToolId } from '../vocabulary/identifiers.js';
import type { CycleEvent, PopulationImported } from './events.js';
import type { CycleKind } from './kind.js';
import type { ReAuditDraw } from './re-audit-draw.js';
import type { Sample } from './sample.js';

export type CycleState = { readonly status: 'not-planned' } | Cycle;

export interface Cycle {
  readonly status: 'planned' | 'drawn' | 'open' | 'closed';
  readonly title: string;
  readonly kind: CycleKind;
  readonly period: Period;
  readonly reviewed: Period;
  readonly cohorts: readonly Cohort[];
  readonly linesOfEnquiry: readonly { readonly code: string; readonly question: string }[];
  readonly tool: { readonly id: ToolId; readonly version: number };
  readonly scale: GradeScale;
  /** The copy made when the cycle was planned: its rules do not change with the authority's policy. */
  readonly policy: Policy;
  readonly targetSize: number;
  /** The last population imported, with whom was added to it. */
  readonly population: PopulationImported['facts'] | null;
  /** The last sample drawn. */
  readonly sample: Sample | null;
  readonly replacements: readonly Replacement[];
  /** The draws of re-audits, oldest first. */
  readonly reAuditDraws: readonly ReAuditDraw[];
  /** From the opening on. */
  readonly opened: { readonly by: PersonId; readonly moderationSecretDigest: Sha256 } | null;
  /** The day of the closing; null before it. */
  readonly closedOn: IsoDate | null;
  readonly findingsPublished: boolean;
}

export interface Replacement {
  readonly replaces: AuditId;
  readonly stratum: string;
  readonly drawIndex: number;
  readonly probability: number;
  readonly drawnOn: IsoDate;
}

export const notPlanned: CycleState = { status: 'not-planned' };

export function evolveCycle(state: CycleState, event: CycleEvent): CycleState {
  if (event.type === 'CyclePlanned') {
    const { title, kind, period, reviewed, cohorts, linesOfEnquiry, tool, scale, policy, targetSize } =
      event.facts;
    return {
      status: 'planned',
      ...{ title, kind, period, reviewed, cohorts, linesOfEnquiry, tool, scale, policy, targetSize },
      population: null,
      sample: null,
      replacements: [],
      reAuditDraws: [],
      opened: null,
      closedOn: null,
      findingsPublished: false,
    };
  }
  if (state.status === 'not-planned') throw new Error(`${event.type} before any cycle was planned`);
  return evolvePlanned(state, event);
}

function evolvePlanned(state: Cycle, event: Exclude<CycleEvent, { type: 'CyclePlanned' }>): Cycle {
  switch (event.type) {
    case 'PopulationImported':
      return { ...state, population: event.facts };
    case 'SampleDrawn':
    case 'SampleRedrawn':
      return { ...state, status: 'drawn', sample: event.facts.sample };
    case 'CycleOpened':
      return { ...state, status: 'open', opened: openingOf(event.facts) };
    case 'DeadlineExtended':
      return { ...state, period: { from: state.period.from, to: event.facts.to } };
    case 'ReplacementDrawn':
      return { ...state, replacements: [...state.replacements, event.facts] };
    case 'CycleClosed':
      return { ...state, status: 'closed', closedOn: event.facts.closedOn };
    case 'ReAuditsDrawn':
      return { ...state, reAuditDraws: [...state.reAuditDraws, event.facts] };
    case 'FindingsPublished':
      return { ...state, findingsPublished: true };
    case 'LearningShared':
      return state;
  }
}

const openingOf = ({
  openedBy,
  moderationSecretDigest,
}: Extract<CycleEvent, { type: 'CycleOpened' }>['facts']): NonNullable<Cycle['opened']> => ({
  by: openedBy,
  moderationSecretDigest,
});
