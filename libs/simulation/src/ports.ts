import type { BlobStore } from '#event-log';
import type { SealedCharacteristics } from '#population';
import type {
  AuthorityId,
  CommandGateway,
  CycleId,
  CycleState,
  PersonId,
  ReviewRoundState,
} from '#audit-cycle';

/** What a simulation needs of the world: to decide, and to look at what was drawn. */
export interface SimulationPorts {
  readonly gateway: CommandGateway;
  readonly blobs: BlobStore;
  readonly characteristics: SealedCharacteristics;
  /** A cycle as it stands, so that the made-up people see which cases were drawn; not planned, at position 0, where there is none. */
  readonly cycle: (authority: AuthorityId, id: CycleId) => Promise<CycleAsItStands>;
  /** A review round as it stands, so that they see which audits were drawn. */
  readonly round: (authority: AuthorityId, id: string) => Promise<ReviewRoundState>;
  /** Resolves when the processes have carried on everything up to the position. */
  readonly settle: (authority: AuthorityId, position: bigint) => Promise<void>;
  /** Takes down what people are called; asked again with the same people it changes nothing. */
  readonly names?: PeopleNames;
  readonly progress?: (progress: SimulationProgress) => void;
}

export interface CycleAsItStands {
  readonly state: CycleState;
  /** Position of the last event of the cycle's stream. */
  readonly position: bigint;
}

export interface PeopleNames {
  record(authority: AuthorityId, people: readonly NamedPerson[]): Promise<void>;
}

export interface NamedPerson {
  readonly id: PersonId;
  readonly name: string;
}

export interface SimulationProgress {
  /** What is going on, in words. */
  readonly step: string;
  /** Commands that were answered so far, and how many there will be as far as is known now. */
  readonly done: number;
  readonly known: number;
}
