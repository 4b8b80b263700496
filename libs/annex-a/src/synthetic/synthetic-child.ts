import type { OpenCohort } from '../cohort.js';
import { codesOf } from '../template/template.js';
import type { SeededRandom } from './seeded-random.js';

export interface SyntheticTeam {
  readonly name: string;
  readonly workers: readonly string[];
  /** The cohorts that it works with; without it, all. */
  readonly cohorts?: readonly OpenCohort[];
}

export interface SyntheticChild {
  readonly id: string;
  /** Of a closed case, the cohort that it was in. */
  readonly cohort: OpenCohort;
  readonly gender: string;
  readonly ethnicity: string;
  readonly disability: string;
  /** Null for an unborn child whose date is not written. */
  birth: Date | null;
  /** Years as written: -1 is unborn. */
  age: number;
  readonly started: Date;
  /** Null while the case is open. */
  readonly ended: Date | null;
  readonly team: string;
  readonly worker: string;
}

export const dayMs = 86_400_000;

export class ChildMaker {
  private readonly ids = new Set<string>();

  constructor(
    private readonly random: SeededRandom,
    private readonly asAt: Date,
    private readonly teams: readonly SyntheticTeam[],
  ) {}

  make(cohort: OpenCohort, closed: boolean): SyntheticChild {
    const { random } = this;
    const [youngest, oldest] = cohort === 'care-experienced' ? [16.1, 25] : [0.1, 17.9];
    const birth = this.daysAgo(365.25 * (youngest + random.next() * (oldest - youngest)));
    const involvedFor = Math.min((this.asAt.getTime() - birth.getTime()) / dayMs, 1100);
    const started = this.daysAgo(1 + random.next() * (involvedFor - 1));
    const team = random.pick(this.teamsFor(cohort));
    return {
      id: this.newId(),
      cohort,
      gender: random.pick(codesOf('Gender')),
      ethnicity: random.pick(codesOf('Ethnicity')),
      disability: random.chance(0.12) ? 'a) Yes' : 'b) No',
      birth,
      age: Math.floor((this.asAt.getTime() - birth.getTime()) / dayMs / 365.25),
      started,
      ended: closed ? this.between(started, this.asAt) : null,
      team: team.name,
      worker: random.pick(team.workers),
    };
  }

  /** A day from the first to the last, and within the six months of the lists where that is possible. */
  between(first: Date, last: Date): Date {
    const from = Math.max(first.getTime(), Math.min(last.getTime(), this.asAt.getTime() - 182 * dayMs));
    return midnight(from + this.random.next() * (last.getTime() - from));
  }

  private daysAgo(days: number): Date {
    return midnight(this.asAt.getTime() - days * dayMs);
  }

  private newId(): string {
    for (;;) {
      const id = String(1_000_000 + this.random.below(9_000_000));
      if (this.ids.has(id)) continue;
      this.ids.add(id);
      return id;
    }
  }

  private teamsFor(cohort: OpenCohort): readonly SyntheticTeam[] {
    const own = this.teams.filter(({ cohorts }) => cohorts?.includes(cohort));
    return own.length > 0 ? own : this.teams;
  }
}

function midnight(time: number): Date {
  return new Date(Math.floor(time / dayMs) * dayMs);
}
