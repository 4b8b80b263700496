/** Something that has to work before requests can be answered as they should be: the database, the views. */
export interface ReadinessCheck {
  readonly name: string;
  /** False: without it some answers are not what they should be, but they can be given. True unless given. */
  readonly needed?: boolean;
  /** Throws when it does not work. */
  readonly check: () => Promise<unknown>;
}

export const READINESS_CHECKS = Symbol('readiness checks');
