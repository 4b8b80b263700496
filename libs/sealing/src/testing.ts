export { sealerContract } from './testing/sealer-contract.js';
export { sealerForTests } from './testing/sealer-for-tests.js';
