export { anAuthority } from './testing/an-authority.js';
export { blobStoreContract, consumerCheckpointsContract } from './testing/blob-store-contract.js';
export { eventLogContract } from './testing/event-log-contract.js';
export type { LogUnderTest } from './testing/log-under-test.js';
export { anAppend, anEvent, aStream, type SampleEvent } from './testing/sample-events.js';
