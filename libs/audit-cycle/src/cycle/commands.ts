import type { Cohort } from '../vocabulary/cohort.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { AuditId, Sha256, ToolId } from '../vocabulary/identifiers.js';
import type { AddedChild } from './added-child.js';
import type { PopulationImported } from './events.js';
import type { CycleKind } from './kind.js';
import type { PopulationOf } from './population-of.js';

export type CycleCommand =
  | PlanCycle
  | ImportPopulation
  | AddChildren
  | DrawSample
  | OpenCycle
  | ExtendDeadline
  | DrawReplacement
  | CloseCycle
  | PublishFindings
  | ShareLearning
  | DrawReAudits;

export interface PlanCycle {
  readonly type: 'PlanCycle';
  readonly title: string;
  readonly kind: CycleKind;
  readonly period: Period;
  /** Defaults to the six months before the end of the period. */
  readonly reviewed?: Period;
  readonly cohorts: readonly Cohort[];
  readonly linesOfEnquiry: readonly { readonly code: string; readonly question: string }[];
  readonly tool: { readonly id: ToolId; readonly version: number };
  readonly targetSize: number;
}

/** A later import replaces an earlier one, until a sample is drawn. `cohorts` counts the children of the frame. */
export interface ImportPopulation {
  readonly type: 'ImportPopulation';
  readonly of: PopulationOf;
  readonly asAt: IsoDate;
  readonly source: 'annex-a';
  readonly frame: Sha256;
  readonly report: Sha256;
  readonly children: number;
  readonly cohorts: Readonly<Partial<Record<Cohort, number>>>;
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly excluded: number;
    readonly warned: number;
  };
  readonly characteristics: PopulationImported['facts']['characteristics'];
}

/** Children who are in no list; they are as good as the others from here on. Both parts of the reason are needed, and hold for all of them. */
export interface AddChildren {
  readonly type: 'AddChildren';
  readonly children: readonly AddedChild[];
  readonly reasonCode: string;
  readonly reason: string;
}

/** The draw itself is made outside, from the frozen frame, and comes in by the context. */
export interface DrawSample {
  readonly type: 'DrawSample';
  readonly size: number;
  readonly minimumPerStratum: number;
  /** Left out, the server makes one after the frame was frozen; given, it is recorded and shown as supplied. */
  readonly seed?: string;
  /** Needed from the second draw on. */
  readonly redrawReason?: { readonly code: string; readonly text: string };
}

export interface OpenCycle {
  readonly type: 'OpenCycle';
}

/** Moves the end of the cycle's period to a later day; both parts of the reason are needed. */
export interface ExtendDeadline {
  readonly type: 'ExtendDeadline';
  readonly to: IsoDate;
  readonly reasonCode: string;
  readonly reason: string;
}

export interface DrawReplacement {
  readonly type: 'DrawReplacement';
  readonly replaces: AuditId;
  readonly stratum: string;
}

/** Both parts of the reason are needed while an audit is neither finalised nor withdrawn. */
export interface CloseCycle {
  readonly type: 'CloseCycle';
  readonly reasonCode?: string;
  readonly reason?: string;
}

/** Once, after the cycle is closed. */
export interface PublishFindings {
  readonly type: 'PublishFindings';
  readonly on: IsoDate;
  readonly summary: string;
}

/** As often as there is something to share, from the opening on. `with` and `how` are codes of the authority. */
export interface ShareLearning {
  readonly type: 'ShareLearning';
  readonly with: string;
  readonly how: string;
  readonly text: string;
}

/** The draw itself is made outside, from the list that is frozen for it, and comes in by the context. */
export interface DrawReAudits {
  readonly type: 'DrawReAudits';
  /** Left out, the server makes one after the list was frozen; given, it is recorded and shown as supplied. */
  readonly seed?: string;
}
