import type { Happened } from './history.js';

interface Span {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}
interface Person {
  teams: Span[];
  managers: Span[];
  conflicts: string[];
}
export interface Case {
  readonly child: string;
  team: string | null;
  worker: string | null;
  readonly asAt: string;
}

const FOREVER = '9999-12-31';

/** Who is tied to which child, worked out a second time and from the log alone. */
export class Ties {
  private readonly people = new Map<string, Person>();
  private readonly cases = new Map<string, Case>();

  see(event: Happened): void {
    const person = this.of(event.id);
    if (event.type === 'CaseSelected') {
      const { child, team, worker, asAt } = event.facts;
      this.cases.set(event.id, { child, team, worker, asAt });
    }
    if (event.type === 'CorrectionMade') {
      const { field, to } = event.facts;
      if (field !== 'cohort') this.cases.get(event.id)![field] = to;
    }
    if (event.type === 'TeamMembershipRecorded') {
      person.teams = recorded(person.teams, event.facts.team, event.facts);
    }
    if (event.type === 'LineManagerRecorded') {
      person.managers = recorded(person.managers, event.facts.manager, event.facts);
    }
    if (event.type === 'ConflictRegistered') {
      person.conflicts.push(event.facts.child);
    }
    if (event.type === 'PersonLeft') {
      const { on } = event.facts;
      person.teams = ended(person.teams, on);
      person.managers = ended(person.managers, on);
    }
  }

  caseOf(audit: string): Case {
    return this.cases.get(audit)!;
  }

  /** Why somebody must not judge the work of an audit on a day; null where they may. */
  tie(person: string, audit: string, today: string): string | null {
    const { child, team, worker, asAt } = this.caseOf(audit);
    if (person === worker) return 'its worker';
    if (worker !== null && this.isAbove(person, worker, asAt, today)) return 'above its worker';
    if (team !== null && this.wasOfTeam(person, team, asAt, today)) return 'of its team';
    return this.of(person).conflicts.includes(child) ? 'tied to the child' : null;
  }

  wasOfTeam(person: string, team: string, since: string, today: string): boolean {
    return this.of(person).teams.some((span) => span.what === team && touches(span, since, today));
  }

  private isAbove(person: string, worker: string, since: string, today: string): boolean {
    const above = new Set([worker]);
    for (const id of above)
      for (const span of this.of(id).managers) if (touches(span, since, today)) above.add(span.what);
    above.delete(worker);
    return above.has(person);
  }

  private of(id: string): Person {
    const person = this.people.get(id) ?? { teams: [], managers: [], conflicts: [] };
    this.people.set(id, person);
    return person;
  }
}

/** The same tie from the same day on is put right, not made twice. */
const recorded = (
  spans: readonly Span[],
  what: string,
  { from, to }: { readonly from: string; readonly to: string | null },
): Span[] => [
  ...spans.filter((span) => span.what !== what || span.from !== from),
  { what, from, to: to ?? FOREVER },
];

const ended = (spans: readonly Span[], on: string): Span[] =>
  spans.filter(({ from }) => from <= on).map((span) => (span.to > on ? { ...span, to: on } : span));

const touches = ({ from, to }: Span, since: string, today: string): boolean => from <= today && to >= since;
