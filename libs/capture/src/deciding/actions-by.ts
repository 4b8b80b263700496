import type { ActionId, AuditId, ChildId, ImprovementActionState, MeasureId } from '#audit-cycle';

/** Which actions an audit, a child and a measure have, so that nobody looks through all actions of an authority. No action changes where it comes from. */
export class ActionsBy {
  private readonly audits = new Map<AuditId, ActionId[]>();
  private readonly children = new Map<ChildId, ActionId[]>();
  private readonly measures = new Map<MeasureId, ActionId[]>();

  /** To be called once for each action, in the order in which they were set. */
  add(id: ActionId, state: ImprovementActionState): void {
    if (state.status === 'not-set') return;
    const { source } = state;
    if (source.kind === 'measure') listed(this.measures, source.measure).push(id);
    else {
      listed(this.audits, source.audit).push(id);
      listed(this.children, source.child).push(id);
    }
  }

  /** In the order in which they were set. */
  audit(audit: AuditId): readonly ActionId[] {
    return this.audits.get(audit) ?? [];
  }

  /** From all audits of the child, in the order in which they were set. */
  child(child: ChildId): readonly ActionId[] {
    return this.children.get(child) ?? [];
  }

  /** From all surgeries on the measure, in the order in which they were set. */
  measure(measure: MeasureId): readonly ActionId[] {
    return this.measures.get(measure) ?? [];
  }
}

function listed(of: Map<string, ActionId[]>, key: string): ActionId[] {
  const known = of.get(key) ?? [];
  of.set(key, known);
  return known;
}
