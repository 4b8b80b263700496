import { leasesContract } from '../testing.js';
import { LeaseGround, MemoryLeases } from './memory-leases.js';

leasesContract('memory', () => {
  const ground = new LeaseGround();
  const one = new MemoryLeases(ground);
  return { one, other: new MemoryLeases(ground), kill: async () => one.lose() };
});
