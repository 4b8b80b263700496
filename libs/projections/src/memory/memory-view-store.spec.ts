import { viewStoreContract } from '../testing.js';
import { MemoryViewStore } from './memory-view-store.js';

const store = new MemoryViewStore();
viewStoreContract('memory', 60, () => ({ store, reader: store }));
