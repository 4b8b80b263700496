import type { Session } from '#postgres';
import type { Spoil } from '../ground/ground.js';

/** Something that could have been built wrongly, and which programmes must then find. */
export interface Defect {
  readonly name: string;
  /** What is wrong in the spoilt installation. */
  readonly what: string;
  /** By name of the programme that must find it: a part of what it says. */
  readonly caughtBy: Readonly<Record<string, string>>;
  /** What is put in between. */
  readonly spoil?: Spoil;
  /** What is changed in the scratch database, as its owner. @throws Error when there is nothing any more that could be changed like that. */
  readonly damage?: (session: Session) => Promise<void>;
}
