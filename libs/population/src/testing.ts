import { MemoryBlobStore } from '#event-log';
import { sealerForTests } from '#sealing/testing';
import { SealedCharacteristics } from './sealed-characteristics.js';

/** Sealed as in the product, and kept in memory. */
export const characteristicsInMemory = (sealed = new MemoryBlobStore()): SealedCharacteristics =>
  new SealedCharacteristics(sealerForTests(), sealed);
