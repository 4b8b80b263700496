import type { Actor, AuthorityId, CommandGateway, PersonId } from '#audit-cycle';
import type { BlobStore, EventLog } from '#event-log';
import type { SealedCharacteristics } from '#population';
import type { Projections } from '#projections';
import type { SimulationPorts } from '#simulation';
import type { CommandApi } from './command-api.js';

/** An opened Touchstone: the one that is running on the data folder, or one opened for this verb alone. */
export interface Touchstone {
  readonly log: EventLog;
  readonly blobs: BlobStore;
  readonly characteristics: SealedCharacteristics;
  readonly gateway: CommandGateway;
  readonly projections: Pick<Projections, 'list' | 'rebuild' | 'retry' | 'digest' | 'waitForPosition'>;
  /** Somebody of the people directory with their roles; null where nobody of that id works there now. */
  actor(authority: AuthorityId, person: PersonId): Promise<Actor | null>;
  /** Workers' names as the case system writes them, matched to people before. */
  caseSystemNames(authority: AuthorityId): Promise<ReadonlyMap<string, PersonId>>;
  /** Puts the API together in this process; whoever opens it closes it. */
  openApi(): Promise<CommandApi>;
  /** What made-up people need. */
  readonly simulation: SimulationPorts;
  /** Looks at machine, database, log and views and repairs nothing. */
  examine(): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

/** One thing that `doctor` looked at. */
export interface Finding {
  readonly about: string;
  readonly state: 'sound' | 'warning' | 'fault';
  readonly says: string;
}

/** What the verbs need from the program around them. */
export interface Surroundings {
  /** Opens Touchstone on the data folder (or the database) that the configuration names. */
  readonly open: () => Promise<Touchstone>;
  /** Serves until it is told to stop, and answers with the exit code. */
  readonly serve: () => Promise<number>;
  /** Aborted when somebody wants the verb to stop before it is done. Asked once by each verb that opens Touchstone. */
  readonly interruption: () => AbortSignal;
  readonly today: () => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether progress may be drawn. */
  readonly terminal: boolean;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** All that is sent to the standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
}
