import { isHere, type IsoDate, type PersonId, type SubjectOfJudgement } from '#audit-cycle';
import type { Chance } from '../chance.js';
import type { Directory } from '../people/directory.js';
import type { MadeUpPerson } from '../people/made-up-person.js';

/** Whoever an action belongs to, one after the other: mostly the team's manager, else the child's worker. */
export class ActionOwners {
  private readonly owners: MadeUpPerson[];

  constructor(
    private readonly directory: Directory,
    private readonly subject: SubjectOfJudgement,
    setOn: IsoDate,
    chance: Chance,
    workerOwns: number,
  ) {
    const worker = subject.worker === null ? null : directory.person(subject.worker);
    const theirs = worker !== null && isHere(worker, setOn) && chance.happens(workerOwns, 'worker-owns');
    this.owners = [theirs ? worker : this.managing(setOn)];
  }

  get current(): MadeUpPerson {
    return this.owners.at(-1)!;
  }

  get all(): readonly PersonId[] {
    return this.owners.map(({ id }) => id);
  }

  haveLeftBy(day: IsoDate): boolean {
    const { left } = this.current;
    return left !== null && left < day;
  }

  /** From now on whoever manages the team owns it. */
  handOver(today: IsoDate): MadeUpPerson {
    const next = this.managing(today);
    this.owners.push(next);
    return next;
  }

  private managing(on: IsoDate): MadeUpPerson {
    const { team } = this.subject;
    return team === null ? this.directory.qaLead : this.directory.managerOf(team, on);
  }
}
