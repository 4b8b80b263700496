import type { AggregateTypes, Grade, IsoDate, OrderFor, PersonId, StreamKind } from '#audit-cycle';
import { GRADES } from '#audit-cycle';
import { Uniform } from '../../chaos/uniform.js';
import { EVERYBODY } from '../people.js';

/** A command that somebody may give, and those who may be expected to. */
export interface Offer<Command> {
  readonly command: Command;
  readonly by: readonly PersonId[];
}

/** What a command is made up from. Most of what is drawn fits; some of it does not. */
export interface About<K extends StreamKind> {
  readonly state: AggregateTypes[K]['state'];
  readonly today: IsoDate;
  readonly draw: Draw;
  /** Ids of streams of a kind that there are, and some more that there are not. */
  readonly ids: (kind: StreamKind) => readonly string[];
}

/** For every command of an aggregate, how it is made up. */
export type Offers<K extends StreamKind> = {
  readonly [T in OrderFor<K>['command']['type']]: (
    about: About<K>,
  ) => Offer<Extract<OrderFor<K>['command'], { readonly type: T }>>;
};

export class Draw {
  private readonly random: Uniform;
  constructor(seed: number) {
    this.random = new Uniform(seed);
  }

  /** One in so many times. */
  rarely(oneIn: number): boolean {
    return this.random.below(oneIn) === 0;
  }

  /** One of them, each as likely. */
  one<T>(...of: readonly T[]): T {
    return this.random.one(of);
  }

  /** One of them; one time in eight anything else. */
  mostly<T>(fitting: readonly T[], other: readonly T[]): T {
    const from = fitting.length === 0 || this.rarely(8) ? other : fitting;
    return this.random.one(from);
  }

  person(...fitting: readonly PersonId[]): PersonId {
    return this.mostly(fitting, EVERYBODY);
  }

  grade(): Grade {
    return this.random.one(GRADES);
  }

  code(): string {
    return this.mostly(['a-reason'], ['Not a code']);
  }

  words(): string {
    return this.mostly(['Some words.'], [' ']);
  }

  /** A day on which something can have happened. */
  day(today: IsoDate): IsoDate {
    return this.mostly([today], ['2026-02-30', '2027-01-04', today]);
  }

  reason(): { readonly reasonCode: string; readonly reason: string } {
    return { reasonCode: this.code(), reason: this.words() };
  }

  id(): string {
    return this.random.uuid();
  }
}
