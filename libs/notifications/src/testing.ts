export { MemoryNotices } from './testing/memory-notices.js';
export { noticesContract } from './testing/notices-contract.js';
