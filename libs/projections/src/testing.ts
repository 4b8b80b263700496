export { appendHistory } from './testing/append-history.js';
export { keepUp } from './testing/keep-up.js';
export { viewStoreContract, type ViewStoreUnderTest } from './testing/view-store-contract.js';
