import type { Grades } from './grades.js';
import type { Happened, Watcher } from './history.js';
import type { Ties } from './ties.js';

interface Tracked {
  /** Null where a surgery set it. */
  readonly audit: string | null;
  readonly owners: Set<string>;
  team: string | null;
}

/** Nobody is the judge of their own action, moves its day or ends it. */
export class Actions implements Watcher {
  readonly findings: string[] = [];
  private readonly tracked = new Map<string, Tracked>();
  private readonly raisedBy = new Map<string, { readonly person: string; readonly audit: string }>();

  constructor(
    private readonly ties: Ties,
    private readonly grades: Grades,
  ) {}

  see(event: Happened): void {
    if (event.type === 'ActionSet') {
      const { source, owner, team } = event.facts;
      const audit = source.kind === 'audit' ? source.audit : null;
      this.tracked.set(event.id, { audit, owners: new Set([owner]), team });
    }
    if (event.type === 'EscalationOpened')
      this.raisedBy.set(event.id, { person: event.facts.raisedBy, audit: event.facts.audit });
    if (event.type === 'EscalationResolved') this.resolved(event);
    const action = this.tracked.get(event.id);
    if (action !== undefined) this.seeAction(event, action);
  }

  private seeAction(event: Happened, action: Tracked): void {
    if (event.type === 'ActionReassigned') {
      action.owners.add(event.facts.to);
      action.team = event.facts.team;
    }
    if (event.type === 'ActionVerified') {
      this.notOwner(event, event.facts.by, action);
      this.outside(event, event.facts.by, action);
    }
    if (event.type === 'ImpactJudged' || event.type === 'ActionReopened') {
      this.notOwner(event, event.facts.by, action);
    }
    if (event.type === 'DueDateMoved' || event.type === 'ActionCancelled') {
      this.notOwner(event, event.facts.approvedBy, action);
    }
  }

  private notOwner(event: Happened, person: string, { owners }: Tracked): void {
    if (event.by !== person) this.say(event, 'in the name of somebody else');
    if (owners.has(person)) this.say(event, `${person} owns or owned it`);
  }

  private outside(event: Happened, person: string, { audit, team }: Tracked): void {
    if (audit === null || this.grades.standing(audit) !== 'inadequate') return;
    const { team: ofChild, asAt } = this.ties.caseOf(audit);
    for (const inside of [team, ofChild])
      if (inside !== null && this.ties.wasOfTeam(person, inside, asAt, event.on))
        this.say(event, `${person} is of the team, and the audit was inadequate`);
  }

  private resolved(event: Happened & { type: 'EscalationResolved' }): void {
    const { person, audit } = this.raisedBy.get(event.id)!;
    if (event.facts.by === person) this.say(event, 'by who raised it alone');
    if (event.facts.by === this.ties.caseOf(audit).worker) this.say(event, "by the child's own worker");
  }

  private say({ type, id }: Happened, what: string): void {
    this.findings.push(`${type} of ${id}: ${what}`);
  }
}
