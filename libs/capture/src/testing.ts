export { cycleSecretsContract } from './testing/cycle-secrets-contract.js';
export { MemoryCycleSecrets } from './testing/memory-cycle-secrets.js';
