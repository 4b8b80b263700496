import type { ActionId, AuditId, ChildId, ImprovementActionState } from '#audit-cycle';

/** Which actions an audit and a child have, so that nobody looks through all actions of an authority. No action changes either. */
export class ActionsBy {
  private readonly audits = new Map<AuditId, ActionId[]>();
  private readonly children = new Map<ChildId, ActionId[]>();

  /** To be called once for each action, in the order in which they were set. */
  add(id: ActionId, state: ImprovementActionState): void {
    if (state.status === 'not-set') return;
    listed(this.audits, state.audit).push(id);
    listed(this.children, state.child).push(id);
  }

  /** In the order in which they were set. */
  audit(audit: AuditId): readonly ActionId[] {
    return this.audits.get(audit) ?? [];
  }

  /** From all audits of the child, in the order in which they were set. */
  child(child: ChildId): readonly ActionId[] {
    return this.children.get(child) ?? [];
  }
}

function listed(of: Map<string, ActionId[]>, key: string): ActionId[] {
  const known = of.get(key) ?? [];
  of.set(key, known);
  return known;
}
