import type { InProcessGateway } from '#capture';
import type { BlobStore, ConsumerCheckpoints, EventLog } from '#event-log';
import type { PeopleDirectory, PeopleNames } from '#identity';
import type { Digests, Notices } from '#notifications';
import type { SealedCharacteristics } from '#population';
import type { Connection, EmbeddedServer } from '#postgres';
import type { Projections, ViewStore } from '#projections';
import type { ViewReader } from '#views';

/** Touchstone put together on one database: every port with the adapter that stands behind it. */
export interface Installation {
  /** Null where the database is the authority's own. */
  readonly server: EmbeddedServer | null;
  readonly connection: Connection;
  readonly log: EventLog;
  readonly blobs: BlobStore;
  readonly characteristics: SealedCharacteristics;
  readonly checkpoints: ConsumerCheckpoints;
  readonly gateway: InProcessGateway;
  readonly projections: Projections;
  readonly viewStore: ViewStore;
  readonly viewReader: ViewReader;
  readonly names: PeopleNames;
  readonly notices: Notices & Digests;
  readonly directory: PeopleDirectory;
  /** Ends processes and projections, then closes the database. */
  close(): Promise<void>;
}
