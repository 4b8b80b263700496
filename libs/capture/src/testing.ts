export { cycleSecretsContract } from './testing/cycle-secrets-contract.js';
