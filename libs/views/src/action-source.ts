import type { ActionSource, AuditId, ChildId, CycleId, MeasureId } from '#audit-cycle';

/** Where an action comes from, as rows keep it: one of the two whole, and nothing of the other. */
export type SourceOfAction = OfAudit | OfSurgery;

export interface OfAudit {
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly measure: null;
  readonly surgery: null;
}

export interface OfSurgery {
  readonly audit: null;
  readonly cycle: null;
  readonly child: null;
  readonly measure: MeasureId;
  /** Number of the surgery among those of the measure. */
  readonly surgery: number;
}

export const sourceOfAction = (source: ActionSource): SourceOfAction =>
  source.kind === 'audit'
    ? { audit: source.audit, cycle: source.cycle, child: source.child, measure: null, surgery: null }
    : { audit: null, cycle: null, child: null, measure: source.measure, surgery: source.surgery };

export const isOfAudit = <Row extends SourceOfAction>(row: Row): row is Row & OfAudit => row.audit !== null;
export const isOfSurgery = <Row extends SourceOfAction>(row: Row): row is Row & OfSurgery =>
  row.measure !== null;

/** What an action is about, which only an audit's tool and cycle have codes for. */
export const topicOf = (
  source: ActionSource,
): { readonly theme: string | null; readonly lineOfEnquiry: string | null } =>
  source.kind === 'audit'
    ? { theme: source.theme, lineOfEnquiry: source.lineOfEnquiry }
    : { theme: null, lineOfEnquiry: null };
