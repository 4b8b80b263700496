import type { Told } from './a-record.js';

interface Tie {
  readonly to: string;
  readonly from: string;
  until: string;
}

interface Known {
  teams: Tie[];
  managers: Tie[];
  /** Since when they are known to know a child. */
  readonly children: Map<string, string>;
}

export interface CaseOfTest {
  readonly child: string;
  readonly team: string | null;
  readonly worker: string | null;
  readonly asAt: string;
}

const ALWAYS = '9999-12-31';

/** Who had to do with whom, worked out from the record alone and apart from the rules of the product: an oracle. */
export class Ties {
  private readonly people = new Map<string, Known>();

  constructor(events: readonly Told[]) {
    const childOf = new Map<string, string>();
    for (const event of events) {
      if (event.type === 'CaseSelected') childOf.set(event.id, event.facts.child);
      const person = this.of(event.id);
      if (event.type === 'TeamMembershipRecorded') {
        const { team, from, to } = event.facts;
        person.teams = corrected(person.teams, { to: team, from, until: to ?? ALWAYS });
      } else if (event.type === 'LineManagerRecorded') {
        const { manager, from, to } = event.facts;
        person.managers = corrected(person.managers, { to: manager, from, until: to ?? ALWAYS });
      } else if (event.type === 'ConflictRegistered') {
        known(person, event.facts.child, event.occurredAt);
      } else if (event.type === 'ConflictDeclared') {
        known(this.of(event.facts.person), childOf.get(event.id)!, event.occurredAt);
      } else if (event.type === 'PersonLeft') {
        for (const tie of [...person.teams, ...person.managers]) {
          if (tie.until > event.facts.on) tie.until = event.facts.on;
        }
      }
    }
  }

  /** Why a person should have kept off a case at a moment, in words; null when nothing tied them to it as far as was known by then. */
  between(person: string, { child, team, worker, asAt }: CaseOfTest, at: string): string | null {
    const on = at.slice(0, 10);
    if (person === worker) return 'they are its worker';
    const { teams, children } = this.of(person);
    if ((children.get(child) ?? '9') < at) return 'they know the child';
    if (teams.some((tie) => tie.to === team && within(tie, asAt, on))) return 'they are of its team';
    return worker !== null && this.above(worker, asAt, on, new Set()).has(person)
      ? 'they manage its worker'
      : null;
  }

  private above(person: string, asAt: string, on: string, seen: Set<string>): Set<string> {
    for (const tie of this.of(person).managers) {
      if (seen.has(tie.to) || !within(tie, asAt, on)) continue;
      seen.add(tie.to);
      this.above(tie.to, asAt, on, seen);
    }
    return seen;
  }

  private of(person: string): Known {
    const known = this.people.get(person) ?? { teams: [], managers: [], children: new Map() };
    this.people.set(person, known);
    return known;
  }
}

/** The first time counts. */
function known({ children }: Known, child: string, at: string): void {
  if (!children.has(child)) children.set(child, at);
}

const within = ({ from, until }: Tie, asAt: string, on: string): boolean => from <= on && until >= asAt;

const corrected = (ties: readonly Tie[], tie: Tie): Tie[] => [
  ...ties.filter(({ to, from }) => to !== tie.to || from !== tie.from),
  tie,
];
