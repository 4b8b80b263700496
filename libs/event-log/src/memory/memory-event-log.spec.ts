import { blobStoreContract, consumerCheckpointsContract, eventLogContract } from '../testing.js';
import { MemoryBlobStore } from './memory-blob-store.js';
import { MemoryConsumerCheckpoints } from './memory-consumer-checkpoints.js';
import { MemoryEventLog } from './memory-event-log.js';

const log = new MemoryEventLog(() => new Date());
const blobs = new MemoryBlobStore();
const checkpoints = new MemoryConsumerCheckpoints();
eventLogContract('memory', () => ({ log, other: log }));
blobStoreContract('memory', () => blobs);
consumerCheckpointsContract('memory', () => checkpoints);
