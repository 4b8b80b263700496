import { MemoryNotices } from '../testing/memory-notices.js';
import { noticesContract } from '../testing/notices-contract.js';

const notices = new MemoryNotices();
noticesContract('memory', () => notices);
