export { appendHistory } from './testing/append-history.js';
export { keepUp } from './testing/keep-up.js';
export { viewStoreContract } from './testing/view-store-contract.js';
export type { ViewStoreUnderTest } from './testing/view-store-under-test.js';
export { leasesContract, type LeasesUnderTest } from './testing/leases-contract.js';
