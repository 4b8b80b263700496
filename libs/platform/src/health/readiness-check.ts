/** Something that has to work before requests can be answered: the database, the views. */
export interface ReadinessCheck {
  readonly name: string;
  /** Throws when it does not work. */
  readonly check: () => Promise<unknown>;
}

export const READINESS_CHECKS = Symbol('readiness checks');
