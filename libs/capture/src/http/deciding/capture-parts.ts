import type { CommandGateway } from '#audit-cycle';
import type { BlobStore, EventLog } from '#event-log';
import type { PeopleNames } from '#identity';
import type { SealedCharacteristics } from '#population';
import type { Lookups } from '../../contexts/lookups.js';

/** Tells when the views know what was recorded, so that people see what they just did. */
export interface ViewsCaughtUp {
  /** Whether every view came to tell of the authority's log up to the position within `timeoutMs`. */
  waitForPosition(authority: string, position: bigint, timeoutMs: number): Promise<boolean>;
}

/** What the command API stands on; adapters are chosen by whoever puts the application together. */
export interface CaptureParts {
  /** `InProcessGateway`, with the lookups that it decides from. */
  readonly gateway: CommandGateway & { readonly lookups: Lookups };
  readonly log: EventLog;
  readonly blobs: BlobStore;
  /** What lists say of children besides, sealed. */
  readonly characteristics: SealedCharacteristics;
  readonly names: PeopleNames;
  readonly views: ViewsCaughtUp;
}

export const CAPTURE_PARTS = Symbol('capture parts');
